#include "interruptible.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

namespace hearsay::python {

namespace nb = nanobind;

namespace {

constexpr auto patience = std::chrono::milliseconds(100);

// The stages' names are literals of the engine; one that is not known here is told without its name.
const char* lasting(std::string_view stage) {
  for (const char* known : {"reading", "marking", "finding copies", "identifying names", "itemising claims",
                            "reading claims in their sentences", "matching claims", "measuring points"})
    if (stage == known) return known;
  return "";
}

// Raises what Python has to say; with the interpreter's lock.
void hear(const Progress& progress, nb::handle on_progress) {
  if (PyErr_CheckSignals() != 0) throw nb::python_error();
  if (on_progress.is_none()) return;
  const Progress::Place place = progress.place();
  on_progress(place.stage, place.done, place.of);
}

}  // namespace

void rethrow(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::invalid_argument&) {
    throw;
  } catch (const std::exception& error) {
    throw EngineError(error.what());
  }
}

void Progress::check() const {
  if (stopped_) throw Interrupted();
}

void Progress::tell(std::string_view stage, std::size_t done, std::size_t of) {
  check();
  stage_ = lasting(stage);
  done_ = done;
  of_ = of;
}

Progress::Place Progress::place() const { return {stage_, done_, of_}; }

void run_interruptibly(const std::function<void(Progress&)>& work, nb::handle on_progress) {
  Progress progress;
  std::mutex guard;
  std::condition_variable changed;
  bool ended = false;
  std::exception_ptr failure;
  std::thread worker([&] {
    try {
      work(progress);
    } catch (...) {
      failure = std::current_exception();
    }
    const std::lock_guard lock(guard);
    ended = true;
    changed.notify_one();
  });
  const auto wait = [&] {
    const nb::gil_scoped_release unlocked;
    std::unique_lock lock(guard);
    return changed.wait_for(lock, patience, [&] { return ended; });
  };
  std::exception_ptr heard;
  while (!wait()) {
    if (heard) continue;
    try {
      hear(progress, on_progress);
    } catch (...) {
      heard = std::current_exception();
      progress.stop();
    }
  }
  worker.join();
  if (heard) std::rethrow_exception(heard);
  if (failure) rethrow(failure);
  hear(progress, on_progress);
}

}  // namespace hearsay::python
