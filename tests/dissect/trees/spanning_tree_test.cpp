#include "dissect/trees/spanning_tree.h"

#include <gtest/gtest.h>

#include <random>

namespace hearsay {
namespace {

using Heads = std::vector<std::int32_t>;

std::int64_t sum_of(const std::vector<std::int32_t>& scores, const Heads& heads) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i)
    sum += scores[i * (heads.size() + 1) + static_cast<std::size_t>(heads[i] + 1)];
  return sum;
}

bool is_tree(const Heads& heads) {
  int roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] < 0;
    std::int32_t node = static_cast<std::int32_t>(i);
    for (std::size_t steps = 0; node >= 0; ++steps) {
      if (steps > heads.size()) return false;
      node = heads[static_cast<std::size_t>(node)];
    }
  }
  return roots == 1;
}

// All trees, one after the other.
std::int64_t best_by_trying(const std::vector<std::int32_t>& scores, std::size_t n) {
  std::int64_t best = INT64_MIN;
  Heads heads(n, -1);
  while (true) {
    bool own = false;
    for (std::size_t i = 0; i < n; ++i) own = own || heads[i] == static_cast<std::int32_t>(i);
    if (!own && is_tree(heads)) best = std::max(best, sum_of(scores, heads));
    std::size_t i = 0;
    while (i < n && heads[i] == static_cast<std::int32_t>(n) - 1) heads[i++] = -1;
    if (i == n) return best;
    ++heads[i];
  }
}

TEST(SpanningTree, is_as_good_as_the_best_of_all_trees) {
  std::mt19937 random(7);
  for (int round = 0; round < 600; ++round) {
    const std::size_t n = 1 + static_cast<std::size_t>(round) % 6;
    std::vector<std::int32_t> scores(n * (n + 1));
    for (auto& score : scores) score = static_cast<std::int32_t>(random() % 41) - 20;
    for (std::size_t i = 0; i < n; ++i) scores[i * (n + 1) + i + 1] = never_head;
    const Heads heads = best_tree(scores, n);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_EQ(sum_of(scores, heads), best_by_trying(scores, n)) << "round " << round;
  }
}

TEST(SpanningTree, of_one_word_is_its_root_and_of_none_is_empty) {
  EXPECT_EQ(best_tree(std::vector<std::int32_t>{-5, never_head}, 1), Heads{-1});
  EXPECT_TRUE(best_tree({}, 0).empty());
}

}  // namespace
}  // namespace hearsay
