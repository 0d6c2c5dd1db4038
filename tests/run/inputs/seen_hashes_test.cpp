#include "run/inputs/seen_hashes.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace hearsay {
namespace {

TEST(SeenHashesTest, each_hash_is_new_once) {
  SeenHashes seen;
  std::set<std::uint64_t> known;
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t hash = i % 2 == 0 ? 2 + random() % 5000 : random();
    EXPECT_EQ(seen.insert(hash), known.insert(hash).second) << hash;
  }
  EXPECT_TRUE(seen.insert(0));
  EXPECT_FALSE(seen.insert(0));
}

}  // namespace
}  // namespace hearsay
