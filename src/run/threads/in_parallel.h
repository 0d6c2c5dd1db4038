// The same work for each index below a count, on several threads.
#pragma once

#include "run/threads/start_threads.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <vector>

namespace hearsay {

// Calls work(i) for each i below `count` on this many threads, including this one, or on as many as can be started;
// each i must write a result of its own, so that their order does not matter. Waits for all. The first exception is
// rethrown here; the work is then incomplete.
template <class Work>
void for_each_index(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex guard;
  const auto run = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard lock(guard);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  const auto useful = static_cast<unsigned>(std::min<std::size_t>(threads, count));
  std::vector<std::jthread> others = start_threads(useful > 1 ? useful - 1 : 0, run);
  run();
  others.clear();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace hearsay
