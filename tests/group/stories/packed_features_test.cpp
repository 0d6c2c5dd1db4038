#include "group/stories/packed_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace hearsay {
namespace {

std::vector<Feature> made_features(unsigned seed, std::size_t count, std::uint32_t stems) {
  std::mt19937 random(seed);
  std::set<std::uint32_t> chosen;
  while (chosen.size() < count) chosen.insert(1 + static_cast<std::uint32_t>(random()) % stems);
  std::vector<Feature> features;
  for (const std::uint32_t stem : chosen) features.push_back({stem, static_cast<float>(1 + random() % 1000) / 1000});
  return features;
}

TEST(packed_features, come_back_with_their_stems_and_nearly_their_weights) {
  for (const bool of_one_article : {true, false}) {
    for (const std::size_t count : {0, 1, 2, 95, 96, 200}) {
      const std::vector<Feature> features = made_features(1, count, 0xFFFFFF);
      const std::vector<Feature> back = PackedFeatures(features, of_one_article).unpacked();
      ASSERT_EQ(back.size(), count);
      for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(back[i].stem, features[i].stem);
        EXPECT_NEAR(back[i].weight, features[i].weight, of_one_article ? 0.003 : 0.00002);
      }
    }
  }
}

TEST(packed_features, beyond_two_hundred_are_the_heaviest) {
  const std::vector<Feature> features = made_features(2, 300, 0xFFFFFF);
  const std::vector<Feature> back = PackedFeatures(features, false).unpacked();
  const std::vector<Feature> kept = heaviest(features, PackedFeatures::most);
  ASSERT_EQ(back.size(), kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(back[i].stem, kept[i].stem);
}

// Few different stems make many meet, many make their low bits meet.
TEST(packed_features, have_the_product_of_what_they_hold) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const std::uint32_t stems = seed % 3 == 0 ? 400 : seed % 3 == 1 ? 300000 : 0xFFFFFF;
    const std::vector<Feature> article = made_features(seed, seed % 97, stems);
    const PackedFeatures story(made_features(seed + 1000, 1 + seed % 200, stems), seed % 2 == 0);
    EXPECT_EQ(FeatureFactor(article).times(story), dot(article, story.unpacked())) << seed;
  }
}

}  // namespace
}  // namespace hearsay
