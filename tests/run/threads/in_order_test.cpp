#include "run/threads/in_order.h"

#include "run/no_more_threads.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace hearsay {
namespace {

// Work of very different length, so that results come out of turn.
int slow_square(int number) {
  volatile int sink = 0;
  for (int i = 0; i < (number % 7) * 2000; ++i) sink = i;
  return number * number + 0 * sink;
}

TEST(InOrderTest, results_come_in_the_order_of_the_jobs) {
  for (const unsigned threads : {1u, 2u, 5u}) {
    std::vector<int> taken;
    InOrder<int, int> line(threads, 10, slow_square, [&](int result) { taken.push_back(result); });
    for (int i = 0; i < 1000; ++i) line.give(i, 1);
    line.settle();
    ASSERT_EQ(taken.size(), 1000u);
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(taken[static_cast<std::size_t>(i)], i * i);
  }
}

TEST(InOrderTest, what_waits_is_bounded_and_a_job_that_is_larger_goes_alone) {
  std::atomic<int> under_way = 0;
  std::atomic<int> most = 0;
  {
    InOrder<int, int> line(
        3, 10, [](int size) { return size; }, [&](int size) { under_way -= size; });
    for (const int size : {4, 4, 4, 25, 1, 9, 9, 30, 2}) {
      line.give(size, static_cast<std::size_t>(size));
      under_way += size;
      most = std::max(most.load(), under_way.load());
    }
    line.settle();
  }
  EXPECT_EQ(under_way, 0);
  EXPECT_LE(most, 40);
}

TEST(InOrderTest, what_is_thrown_reaches_the_giver_and_nothing_is_taken_after_it) {
  for (const unsigned threads : {1u, 3u}) {
    std::vector<int> taken;
    const auto run = [&] {
      InOrder<int, int> line(threads, 10, slow_square, [&](int result) {
        if (result == 25) throw std::runtime_error("full");
        taken.push_back(result);
      });
      for (int i = 0; i < 100; ++i) line.give(i, 1);
      line.settle();
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_EQ(taken, std::vector<int>({0, 1, 4, 9, 16}));
  }
}

TEST(InOrderTest, all_is_done_where_no_thread_can_be_had) {
  const NoMoreThreads on_a_full_machine;
  std::vector<int> taken;
  {
    InOrder<int, int> line(8, 10, slow_square, [&](int result) { taken.push_back(result); });
    for (int i = 0; i < 20; ++i) line.give(i, 1);
    line.settle();
  }
  ASSERT_EQ(taken.size(), 20u);
  EXPECT_EQ(taken.back(), 19 * 19);
}

TEST(InOrderTest, what_was_given_is_taken_before_the_end) {
  int taken = 0;
  {
    InOrder<int, int> line(3, 1000, slow_square, [&](int) { ++taken; });
    for (int i = 0; i < 100; ++i) line.give(i, 1);
  }
  EXPECT_EQ(taken, 100);
}

}  // namespace
}  // namespace hearsay
