#include "base/union_find.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <vector>

namespace hearsay {
namespace {

TEST(UnionFind, the_smallest_member_leads_whatever_the_order) {
  UnionFind sets(6);
  EXPECT_EQ(sets.sets(), 6u);
  EXPECT_TRUE(sets.join(5, 3));
  EXPECT_TRUE(sets.join(3, 4));
  EXPECT_FALSE(sets.join(4, 5));
  EXPECT_EQ(sets.leader(5), 3u);
  EXPECT_EQ(sets.leader(4), 3u);
  EXPECT_TRUE(sets.join(4, 1));
  EXPECT_EQ(sets.leader(5), 1u);
  EXPECT_EQ(sets.leader(0), 0u);
  EXPECT_EQ(sets.sets(), 3u);
  EXPECT_FALSE(sets.join(2, 2));
}

TEST(UnionFind, no_things_are_no_sets) { EXPECT_EQ(UnionFind(0).sets(), 0u); }

// The plain way: each thing carries its set's name, and a union renames.
TEST(UnionFind, many_unions_are_as_by_renaming) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    const std::size_t count = 1 + random() % 30;
    UnionFind sets(count);
    std::vector<std::size_t> name(count);
    for (std::size_t i = 0; i < count; ++i) name[i] = i;
    for (int step = 0; step < 25; ++step) {
      const std::size_t a = random() % count, b = random() % count;
      const std::size_t low = std::min(name[a], name[b]), high = std::max(name[a], name[b]);
      EXPECT_EQ(sets.join(a, b), low != high);
      for (std::size_t& n : name) n = n == high ? low : n;
    }
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(sets.leader(i), name[i]);
    EXPECT_EQ(sets.sets(), std::set<std::size_t>(name.begin(), name.end()).size());
  }
}

}  // namespace
}  // namespace hearsay
