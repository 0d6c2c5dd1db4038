// Threads, as many as the machine allows.
#pragma once

#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace hearsay {

// Starts `wanted` threads that each call `work`, or fewer, even none, if a limit on processes or memory does not allow
// them: work shared among threads is slower then, and nothing else changes. Throws only before the first.
template <class Work>
std::vector<std::jthread> start_threads(unsigned wanted, const Work& work) {
  std::vector<std::jthread> started;
  started.reserve(wanted);
  try {
    while (started.size() < wanted) started.emplace_back(work);
  } catch (const std::system_error&) {
  } catch (const std::bad_alloc&) {
  }
  return started;
}

}  // namespace hearsay
