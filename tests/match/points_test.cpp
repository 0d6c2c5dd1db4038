#include "match/points.h"

#include "match/likeness.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace hearsay {
namespace {

// Profiles from bags of word numbers, each of the same weight; the claims are empty.
class Bags {
 public:
  explicit Bags(const std::vector<std::vector<std::uint32_t>>& bags) : claims_(bags.size()) {
    const auto no_partners = std::make_shared<const WordPartners>(std::vector<std::vector<float>>());
    for (std::size_t i = 0; i < bags.size(); ++i) {
      ClaimProfile profile;
      profile.article = i;
      profile.claim = &claims_[i];
      profile.partners = no_partners;
      const auto weight = 1.0F / std::sqrt(static_cast<float>(bags[i].size()));
      for (const std::uint32_t word : bags[i]) profile.words.push_back({word, weight});
      profiles_.push_back(profile);
    }
  }
  void deny(std::size_t claim) { claims_[claim].stance = Stance::denies; }
  const std::vector<ClaimProfile>& profiles() const { return profiles_; }

 private:
  std::vector<Claim> claims_;
  std::vector<ClaimProfile> profiles_;
};

// The square of the cosine of two bags.
float shared_part(const ClaimProfile& a, const ClaimProfile& b) {
  float cosine = 0;
  for (const auto& [word, weight] : a.words) {
    for (const auto& [other, weight_of_other] : b.words) {
      if (word == other) cosine += weight * weight_of_other;
    }
  }
  return cosine * cosine;
}

std::string points_of(const std::vector<std::vector<std::uint32_t>>& bags,
                      const std::vector<std::size_t>& denials = {}) {
  Bags made(bags);
  for (const std::size_t claim : denials) made.deny(claim);
  std::string printed;
  for (const auto& point : find_points(made.profiles(), shared_part)) {
    printed += printed.empty() ? "" : " | ";
    for (std::size_t i = 0; i < point.size(); ++i) printed += fmt::format("{}{}", i == 0 ? "" : " ", point[i]);
  }
  return printed;
}

TEST(Points, claims_of_the_same_words_meet_and_others_stay_alone) {
  EXPECT_EQ(points_of({}), "");
  EXPECT_EQ(points_of({{1, 2, 3}}), "0");
  EXPECT_EQ(points_of({{1, 2, 3, 4}, {9, 10, 11}, {1, 2, 3, 4}}), "0 2 | 1");
  EXPECT_EQ(points_of({{1, 2, 3, 4, 5}, {1, 20, 21, 22, 23}}), "0 | 1");
  EXPECT_EQ(points_of({{}, {}, {}}), "0 | 1 | 2");
}

TEST(Points, a_denial_goes_to_what_it_is_most_like) {
  const std::vector<std::vector<std::uint32_t>> bags = {{1, 2, 3, 4}, {1, 2, 20, 21, 22, 23, 24, 25}, {30, 31, 32}};
  EXPECT_EQ(points_of(bags), "0 | 1 | 2");
  EXPECT_EQ(points_of(bags, {1}), "0 1 | 2");
  EXPECT_EQ(points_of(bags, {2}), "0 | 1 | 2") << "like nothing";
  EXPECT_EQ(points_of(bags, {0, 1}), "0 | 1 | 2") << "two denials do not answer each other";
}

// The plain version: every pair, every merge looked for anew.
std::vector<std::vector<std::size_t>> plain_points(const std::vector<ClaimProfile>& profiles) {
  std::map<std::pair<std::size_t, std::size_t>, float> probability;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    for (std::size_t j = i + 1; j < profiles.size(); ++j) {
      const float p = shared_part(profiles[i], profiles[j]);
      if (p >= 0.05F) probability[{i, j}] = p;
    }
  }
  std::vector<std::vector<std::size_t>> clusters;
  for (std::size_t i = 0; i < profiles.size(); ++i) clusters.push_back({i});
  while (true) {
    float best = -1;
    std::size_t best_a = 0;
    std::size_t best_b = 0;
    for (std::size_t a = 0; a < clusters.size(); ++a) {
      for (std::size_t b = a + 1; b < clusters.size(); ++b) {
        float sum = 0;
        for (const std::size_t i : clusters[a]) {
          for (const std::size_t j : clusters[b]) {
            const auto found = probability.find({std::min(i, j), std::max(i, j)});
            sum += found == probability.end() ? 0 : found->second;
          }
        }
        const float average = sum / static_cast<float>(clusters[a].size() * clusters[b].size());
        if (average > best + 1e-6F) {
          best = average;
          best_a = a;
          best_b = b;
        }
      }
    }
    if (best < LikenessModel::threshold) break;
    clusters[best_a].insert(clusters[best_a].end(), clusters[best_b].begin(), clusters[best_b].end());
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(best_b));
  }
  for (auto& cluster : clusters) std::sort(cluster.begin(), cluster.end());
  std::sort(clusters.begin(), clusters.end());
  return clusters;
}

TEST(Points, the_sparse_clustering_agrees_with_the_plain_one) {
  std::mt19937 random(7);
  for (int round = 0; round < 30; ++round) {
    std::vector<std::vector<std::uint32_t>> bags(18);
    for (auto& bag : bags) {
      for (std::uint32_t word = 1; word <= 24; ++word) {
        if (random() % 4 == 0) bag.push_back(word);
      }
    }
    const Bags made(bags);
    EXPECT_EQ(find_points(made.profiles(), shared_part), plain_points(made.profiles())) << "round " << round;
  }
}

}  // namespace
}  // namespace hearsay
