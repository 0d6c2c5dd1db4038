// Work done on several threads, with the results taken in the order in which the jobs were given.
#pragma once

#include "run/threads/start_threads.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay {

// One thread gives jobs; `threads` others, or as many as can be started, do the work. Whichever of them has finished
// the next job in order takes the results, one at a time and in order. With one thread or none, give() does everything
// itself. An exception from `work` or `take` is rethrown by the next give() or settle(), and no result is taken after
// it. give() blocks while the jobs waiting for work or for their turn exceed `most_waiting` in total size, so that
// memory is bounded. Sizes are bytes, more or less: small jobs are begun together, since waking a thread costs more
// than some of them do.
template <class Job, class Result>
class InOrder {
 public:
  InOrder(unsigned threads, std::size_t most_waiting, std::function<Result(Job)> work, std::function<void(Result)> take)
      : most_waiting_(most_waiting), work_(std::move(work)), take_(std::move(take)) {
    if (threads > 1) threads_ = start_threads(threads, [this] { work_in_turn(); });
  }

  ~InOrder() {
    {
      const std::lock_guard lock(guard_);
      ended_ = true;
    }
    given_.notify_all();
  }

  void give(Job job, std::size_t size) {
    if (threads_.empty()) return take_(work_(std::move(job)));
    std::unique_lock lock(guard_);
    wait(lock, [&] { return waiting_ == 0 || waiting_ + size <= most_waiting_; });
    const bool first = begun_ == slots_.size();
    waiting_ += size;
    unbegun_ += size;
    slots_.push_back({std::move(job), std::nullopt, size});
    const bool wake = idle_ > 0 && (first || unbegun_ >= batch);
    lock.unlock();
    if (wake) given_.notify_one();
  }

  // Waits until all results have been taken.
  void settle() {
    if (threads_.empty()) return;
    std::unique_lock lock(guard_);
    wait(lock, [&] { return slots_.empty(); });
  }

 private:
  struct Slot {
    Job job;
    std::optional<Result> result;
    std::size_t size = 0;
    bool done = false;
  };
  // Slots stay where they are in the deque while others come and go.
  using Slots = std::vector<Slot*>;

  static constexpr std::size_t batch = 64u << 10;                 // begun together
  static constexpr auto patience = std::chrono::milliseconds(1);  // for more to come

  template <class Condition>
  void wait(std::unique_lock<std::mutex>& lock, const Condition& condition) {
    if (!failure_ && !condition()) {
      giver_waits_ = true;
      given_.notify_all();  // nothing more comes
      taken_.wait(lock, [&] { return failure_ || condition(); });
      giver_waits_ = false;
    }
    if (failure_) std::rethrow_exception(failure_);
  }

  void work_in_turn() {
    run([this] { do_work(); });
  }

  void do_work() {
    std::unique_lock lock(guard_);
    Slots slots;
    for (;;) {
      wait_for_jobs(lock);
      if (failure_ || (ended_ && begun_ == slots_.size())) return;
      begin_jobs(slots);
      lock.unlock();
      run([&] {
        for (Slot* slot : slots) slot->result = work_(std::move(slot->job));
      });
      lock.lock();
      for (Slot* slot : slots) slot->done = true;
      if (!taking_) take_results(lock, slots);
    }
  }

  void wait_for_jobs(std::unique_lock<std::mutex>& lock) {
    const auto any = [&] { return failure_ || ended_ || begun_ < slots_.size(); };
    const auto enough = [&] { return failure_ || ended_ || giver_waits_ || unbegun_ >= batch; };
    ++idle_;
    given_.wait(lock, any);
    given_.wait_for(lock, patience, enough);
    --idle_;
  }

  // A fair share of what is waiting; nothing if others have begun it all.
  void begin_jobs(Slots& slots) {
    slots.clear();
    const std::size_t share = std::min(batch, unbegun_ / threads_.size());
    for (std::size_t size = 0; begun_ < slots_.size() && (slots.empty() || size < share);) {
      slots.push_back(&slots_[begun_++]);
      size += slots.back()->size;
      unbegun_ -= slots.back()->size;
    }
  }

  void take_results(std::unique_lock<std::mutex>& lock, Slots& slots) {
    taking_ = true;
    for (;;) {
      slots.clear();
      for (auto slot = slots_.begin(); slot != slots_.end() && slot->done; ++slot) slots.push_back(&*slot);
      if (failure_ || slots.empty()) break;
      lock.unlock();
      run([&] {
        for (Slot* slot : slots) take_(std::move(*slot->result));
      });
      lock.lock();
      for (const Slot* slot : slots) {
        waiting_ -= slot->size;
        slots_.pop_front();
      }
      begun_ -= slots.size();
      // Not before there is room for many.
      if (waiting_ <= most_waiting_ / 2) taken_.notify_one();
    }
    taking_ = false;
  }

  // Keeps the first exception.
  template <class Step>
  void run(const Step& step) {
    try {
      step();
    } catch (...) {
      const std::lock_guard lock(guard_);
      if (!failure_) failure_ = std::current_exception();
      given_.notify_all();
      taken_.notify_all();
    }
  }

  std::size_t most_waiting_;
  std::function<Result(Job)> work_;
  std::function<void(Result)> take_;
  std::mutex guard_;
  std::condition_variable given_;
  std::condition_variable taken_;
  std::deque<Slot> slots_;   // in order; the first begun_ of them are being worked on or done
  std::size_t begun_ = 0;    // slots
  std::size_t waiting_ = 0;  // the sizes of all slots
  std::size_t unbegun_ = 0;  // the sizes of those not yet begun
  std::size_t idle_ = 0;     // threads
  bool giver_waits_ = false;
  bool taking_ = false;
  std::exception_ptr failure_;
  bool ended_ = false;
  std::vector<std::jthread> threads_;  // last, so that they end before what they use
};

}  // namespace hearsay
