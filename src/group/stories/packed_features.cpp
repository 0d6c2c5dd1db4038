// Products pass over a story's stems without branching, by a look at what their low parts lead to; the few that may be
// common are then looked at closely.
#include "group/stories/packed_features.h"

#include "base/prefetch.h"

#include <algorithm>
#include <cassert>

namespace hearsay {

PackedFeatures::PackedFeatures(const std::vector<Feature>& features, bool of_one_article)
    : of_one_(of_one_article ? 1 : 0) {
  const std::vector<Feature> kept = heaviest(features, most);
  if (kept.empty()) return;
  size_ = static_cast<std::uint16_t>(kept.size());
  float heaviest_one = 0;
  for (const Feature& feature : kept) heaviest_one = std::max(heaviest_one, feature.weight);
  scale_ = heaviest_one / 65535.0F;
  const float units = heaviest_one > 0 ? (of_one_article ? 255.0F : 65535.0F) / heaviest_one : 0;
  bytes_ = std::make_unique<std::uint8_t[]>(length());
  std::uint8_t* weights = &bytes_[weights_at()];
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const std::uint32_t stem = kept[i].stem;
    ++bytes_[stem >> 20];
    const auto low = static_cast<std::uint16_t>(stem);
    std::memcpy(&bytes_[groups + 2 * i], &low, sizeof low);
    bytes_[middles_at() + i / 2] |= static_cast<std::uint8_t>((stem >> 16 & 15U) << (i % 2 * 4));
    const auto weight = static_cast<std::uint32_t>(kept[i].weight * units + 0.5F);
    *weights++ = static_cast<std::uint8_t>(weight);
    if (!of_one_article) *weights++ = static_cast<std::uint8_t>(weight >> 8);
  }
  for (std::size_t group = 1; group < groups; ++group) bytes_[group] += bytes_[group - 1];
}

float PackedFeatures::square() const {
  float total = 0;
  for (std::size_t i = 0; i < size_; ++i) total += weight(i) * weight(i);
  return total;
}

void PackedFeatures::prefetch() const {
  constexpr std::size_t line = 64;
  for (std::size_t i = 0; i < length(); i += line) prefetch_memory(&bytes_[i]);
}

std::vector<Feature> PackedFeatures::unpacked() const {
  std::vector<Feature> features;
  features.reserve(size_);
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < size_; ++i) {
    while (i >= bytes_[group]) ++group;
    features.push_back({group << 20 | middle(i) << 16 | low(i), weight(i)});
  }
  return features;
}

FeatureFactor::FeatureFactor(const std::vector<Feature>& features) : features_(features) {
  assert(features.size() < 256);
  for (std::size_t i = 0; i < features.size(); ++i) {
    std::uint8_t& last = last_[features[i].stem % places];
    before_[i + 1] = last;
    last = static_cast<std::uint8_t>(i + 1);
  }
}

float FeatureFactor::times(const PackedFeatures& packed) const {
  std::array<std::uint8_t, PackedFeatures::most> maybe;
  std::size_t count = 0;
  for (std::size_t i = 0; i < packed.size(); ++i) {
    maybe[count] = static_cast<std::uint8_t>(i);
    count += last_[packed.low(i) % places] != 0 ? 1 : 0;
  }
  float total = 0;
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t i = maybe[k];
    for (std::size_t own = last_[packed.low(i) % places]; own != 0; own = before_[own]) {
      if (packed.is_stem(i, features_[own - 1].stem)) total += features_[own - 1].weight * packed.weight(i);
    }
  }
  return total;
}

}  // namespace hearsay
