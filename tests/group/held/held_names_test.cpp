#include "group/held/held_names.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

TEST(held_names, are_found_by_their_numbers_after_others_were_forgotten) {
  HeldNames names;
  for (int i = 0; i < 5000; ++i) names.add("name " + std::to_string(i));
  names.add("");
  std::vector<std::uint32_t> kept;
  for (std::uint32_t i = 7; i < 5000; i += 1 + i / 3) kept.push_back(i);
  names.keep_only(kept);
  names.add("one more");
  EXPECT_EQ(names.size(), kept.size() + 1);
  for (const std::uint32_t number : kept) EXPECT_EQ(names.at(number), "name " + std::to_string(number));
  EXPECT_EQ(names.at(5001), "one more");
  names.keep_only({});
  names.add("last");
  EXPECT_EQ(names.at(5002), "last");
  EXPECT_EQ(names.size(), 1U);
}

}  // namespace
}  // namespace hearsay
