#include "base/one_of.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace hearsay {
namespace {

TEST(OneOf, a_word_is_one_of_a_list_only_when_it_is_the_whole_word) {
  EXPECT_TRUE(is_one_of("quay", {"pier", "quay"}));
  EXPECT_FALSE(is_one_of("quays", {"pier", "quay"}));
  EXPECT_FALSE(is_one_of("qua", {"pier", "quay"}));
  EXPECT_FALSE(is_one_of("Quay", {"pier", "quay"}));
  EXPECT_FALSE(is_one_of("", {"pier", "quay"}));
}

TEST(OneOf, a_list_may_have_a_name_and_may_be_empty) {
  constexpr std::array<std::string_view, 2> piers = {"pier", "quay"};
  const std::vector<std::string> grown = {"mole"};
  static constexpr std::string_view plain[] = {"jetty"};
  EXPECT_TRUE(is_one_of("pier", piers));
  EXPECT_TRUE(is_one_of("mole", grown));
  EXPECT_TRUE(is_one_of("jetty", plain));
  EXPECT_FALSE(is_one_of("mole", piers));
  EXPECT_FALSE(is_one_of("mole", std::vector<std::string>()));
}

}  // namespace
}  // namespace hearsay
