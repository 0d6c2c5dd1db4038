// Work done on several threads, with its results taken in the order in which it was given.
#pragma once

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

// One thread gives jobs; `threads` others do the work, and one more takes the results, one at a time and in order. With
// one thread everything is done where it is given. What `work` and `take` throw is thrown again by the next give() or
// by settle(), and nothing is taken after it. Jobs that wait for work or for their turn are held back beyond
// `most_waiting` of their sizes, so that memory is bounded.
template <class Job, class Result>
class InOrder {
 public:
  InOrder(unsigned threads, std::size_t most_waiting, std::function<Result(Job)> work, std::function<void(Result)> take)
      : most_waiting_(most_waiting), work_(std::move(work)), take_(std::move(take)) {
    if (threads <= 1) return;
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { do_work(); });
    threads_.emplace_back([this] { take_results(); });
  }

  ~InOrder() {
    {
      const std::lock_guard lock(guard_);
      ended_ = true;
    }
    changed_.notify_all();
  }

  void give(Job job, std::size_t size) {
    if (threads_.empty()) return take_(work_(std::move(job)));
    std::unique_lock lock(guard_);
    changed_.wait(lock, [&] { return failure_ || waiting_ == 0 || waiting_ + size <= most_waiting_; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_ += size;
    slots_.push_back({std::move(job), std::nullopt, size});
    lock.unlock();
    changed_.notify_all();
  }

  // Waits until all that was given is taken.
  void settle() {
    if (threads_.empty()) return;
    std::unique_lock lock(guard_);
    changed_.wait(lock, [&] { return failure_ || slots_.empty(); });
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Slot {
    std::optional<Job> job;
    std::optional<Result> result;
    std::size_t size = 0;
  };

  void do_work() {
    std::unique_lock lock(guard_);
    for (;;) {
      changed_.wait(lock, [&] { return ended_ || failure_ || begun_ < slots_.size(); });
      if (failure_ || begun_ >= slots_.size()) return;
      Slot& slot = slots_[begun_++];  // stays where it is while others come and go
      Job job = std::move(*slot.job);
      slot.job.reset();
      lock.unlock();
      run([&] {
        Result result = work_(std::move(job));
        lock.lock();
        slot.result = std::move(result);
        lock.unlock();
      });
      changed_.notify_all();
      lock.lock();
    }
  }

  void take_results() {
    std::unique_lock lock(guard_);
    for (;;) {
      changed_.wait(
          lock, [&] { return failure_ || (ended_ && slots_.empty()) || (!slots_.empty() && slots_.front().result); });
      if (failure_ || slots_.empty()) return;
      Result result = std::move(*slots_.front().result);
      lock.unlock();
      run([&] { take_(std::move(result)); });
      lock.lock();
      waiting_ -= slots_.front().size;
      slots_.pop_front();
      --begun_;
      changed_.notify_all();
    }
  }

  // Keeps the first exception.
  template <class Step>
  void run(const Step& step) {
    try {
      step();
    } catch (...) {
      const std::lock_guard lock(guard_);
      if (!failure_) failure_ = std::current_exception();
    }
  }

  std::size_t most_waiting_;
  std::function<Result(Job)> work_;
  std::function<void(Result)> take_;
  std::mutex guard_;
  std::condition_variable changed_;
  std::deque<Slot> slots_;  // in order; the first begun_ of them are being worked on or done
  std::size_t begun_ = 0;
  std::size_t waiting_ = 0;
  std::exception_ptr failure_;
  bool ended_ = false;
  std::vector<std::jthread> threads_;  // last, so that they end before what they use
};

}  // namespace hearsay
