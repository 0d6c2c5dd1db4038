#include "run/threads/in_parallel.h"

#include "run/no_more_threads.h"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>

namespace hearsay {
namespace {

TEST(InParallelTest, each_index_is_worked_on_once_on_any_number_of_threads) {
  for (const unsigned threads : {0u, 1u, 2u, 7u, 50u}) {
    for (const std::size_t count : {0, 1, 2, 100}) {
      std::vector<std::atomic<int>> times(count);
      for_each_index(count, threads, [&](std::size_t i) { ++times[i]; });
      EXPECT_TRUE(std::all_of(times.begin(), times.end(), [](const auto& one) { return one == 1; }))
          << threads << " " << count;
    }
  }
}

TEST(InParallelTest, a_failure_comes_back_to_the_caller_and_ends_the_rest) {
  for (const unsigned threads : {1u, 4u}) {
    std::atomic<int> done = 0;
    try {
      for_each_index(1000, threads, [&](std::size_t i) {
        if (i == 3) throw std::runtime_error("the third");
        ++done;
      });
      ADD_FAILURE() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "the third");
    }
    EXPECT_LT(done, 1000);
    if (threads == 1) {
      EXPECT_EQ(done, 3);
    }
  }
}

TEST(InParallelTest, all_is_done_where_no_thread_can_be_had) {
  const NoMoreThreads on_a_full_machine;
  EXPECT_TRUE(start_threads(3, [] {}).empty());
  int done = 0;
  for_each_index(100, 8, [&](std::size_t) { ++done; });
  EXPECT_EQ(done, 100);
}

}  // namespace
}  // namespace hearsay
