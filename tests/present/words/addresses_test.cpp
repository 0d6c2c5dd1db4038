#include "present/words/addresses.h"

#include "present/json/json.h"
#include "present/small_story.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace hearsay {
namespace {

SampleAccount three_points() {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (const char* words : {"A slip shut the road", "40 people left", "road"}) {
    sample.claim(0, words, {}, origin);
    sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  }
  return sample;
}

TEST(Addresses, are_of_a_fixed_shape_and_known_beforehand) {
  // A change here makes every address that readers keep lead nowhere.
  EXPECT_EQ(point_addresses(three_points().account),
            (std::vector<std::string>{"p-y1q05g0j", "p-b9dsc83y", "p-vg38vcd4"}));
}

TEST(Addresses, stay_when_points_are_ordered_anew_and_when_others_come) {
  SampleAccount sample = three_points();
  std::vector<std::string> before = point_addresses(sample.account);
  std::reverse(sample.account.points.begin(), sample.account.points.end());
  std::vector<std::string> after = point_addresses(sample.account);
  std::reverse(after.begin(), after.end());
  EXPECT_EQ(before, after);
  sample.account.points.erase(sample.account.points.begin());
  after = point_addresses(sample.account);
  EXPECT_EQ(after, (std::vector<std::string>{before[1], before[0]}));
}

TEST(Addresses, are_of_the_words_and_the_article) {
  SampleAccount sample = small_story();
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t article : {0, 1}) {
    sample.claim(article, "road", {}, origin);
    sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  }
  const auto addresses = point_addresses(sample.account);
  EXPECT_NE(addresses[0], addresses[1]);
}

TEST(Addresses, of_equal_words_the_first_in_the_article_is_plain) {
  SampleAccount sample({report("one", "Quay Gazette", "No. No. No.")});
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (const std::size_t begin : {8, 0, 4}) {
    sample.claim(0, "No.", {}, origin).span = {begin, begin + 3};
    sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  }
  const auto addresses = point_addresses(sample.account);
  EXPECT_EQ(addresses[0], addresses[1] + "-3");
  EXPECT_EQ(addresses[2], addresses[1] + "-2");
}

TEST(Addresses, are_those_of_the_page_in_the_json) {
  const Account account = three_points().account;
  const auto json = nlohmann::json::parse(to_json(account));
  const auto addresses = point_addresses(account);
  for (std::size_t i = 0; i < addresses.size(); ++i) EXPECT_EQ(json.at("points")[i].at("address"), addresses[i]);
}

}  // namespace
}  // namespace hearsay
