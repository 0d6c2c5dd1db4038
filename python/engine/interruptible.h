// Work of the engine under Python: without the interpreter's lock, on a thread of its own, so that this one can hear an
// interrupt.
#pragma once

#include <nanobind/nanobind.h>

#include <atomic>
#include <exception>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace hearsay::python {

// What a run is told by the one who waits for it, and tells him. Used from any thread.
class Progress {
 public:
  // Throws Interrupted where the run is to end. To be called as often as it may.
  void check() const;

  // Where the work is: "marking", 12 of 80; 0 of 0 where that is not counted. Also checks.
  void tell(std::string_view stage, std::size_t done, std::size_t of);

  void stop() { stopped_ = true; }

  struct Place {
    const char* stage = "";
    std::size_t done = 0;
    std::size_t of = 0;
  };
  Place place() const;

 private:
  std::atomic<bool> stopped_ = false;
  std::atomic<const char*> stage_ = "";
  std::atomic<std::size_t> done_ = 0;
  std::atomic<std::size_t> of_ = 0;
};

struct Interrupted : std::runtime_error {
  Interrupted() : std::runtime_error("interrupted") {}
};

// Why the engine cannot do what it was asked; hearsay.Error in Python.
struct EngineError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Throws it again: std::invalid_argument as it is (ValueError), else as EngineError.
[[noreturn]] void rethrow(const std::exception_ptr& failure);

// Runs `work` and waits for it. Meanwhile, ten times a second, Python's signals are heard, and `on_progress`, unless it
// is None, is called with (stage, done, of). An interrupt, or what `on_progress` raises, ends the work where it next
// looks at `Progress`, and is raised. What `work` throws is thrown again, as by rethrow().
void run_interruptibly(const std::function<void(Progress&)>& work, nanobind::handle on_progress);

}  // namespace hearsay::python
