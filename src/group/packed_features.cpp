// Little endian, stem before weight. Products are merges over the stems; with one factor and many stories, most stems
// are passed over after a look at one bit.
#include "group/packed_features.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t most_features = 200;  // of a story

}  // namespace

PackedFeatures::PackedFeatures(const std::vector<Feature>& features, bool in_four) : size_(in_four ? 4 : 5) {
  const std::vector<Feature> kept = heaviest(features, most_features);
  float most = 0;
  for (const Feature& feature : kept) most = std::max(most, feature.weight);
  scale_ = most / 65535.0F;
  const float units = most > 0 ? (in_four ? 255.0F : 65535.0F) / most : 0;
  bytes_.reserve(kept.size() * size_);
  for (const Feature& feature : kept) {
    for (unsigned shift = 0; shift < 24; shift += 8) bytes_.push_back(static_cast<std::uint8_t>(feature.stem >> shift));
    const auto weight = static_cast<std::uint32_t>(feature.weight * units + 0.5F);
    bytes_.push_back(static_cast<std::uint8_t>(weight));
    if (!in_four) bytes_.push_back(static_cast<std::uint8_t>(weight >> 8));
  }
}

void PackedFeatures::prefetch() const {
  constexpr std::size_t line = 64;
  for (std::size_t i = 0; i < bytes_.size(); i += line) __builtin_prefetch(&bytes_[i]);
}

std::vector<Feature> PackedFeatures::unpacked() const {
  std::vector<Feature> features;
  features.reserve(size());
  for (std::size_t i = 0; i < size(); ++i) features.push_back({stem(i), weight(i)});
  return features;
}

float product(const PackedFeatures& a, const PackedFeatures& b) {
  float total = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t stem = a.stem(i);
    const std::uint32_t other = b.stem(j);
    if (stem == other) total += a.weight(i) * b.weight(j);
    i += stem <= other ? 1 : 0;
    j += other <= stem ? 1 : 0;
  }
  return total;
}

float FeatureFactor::times(const PackedFeatures& packed) const {
  float total = 0;
  auto from = features_.begin();
  for (std::size_t i = 0; i < packed.size(); ++i) {
    const std::uint32_t stem = packed.stem(i);
    if ((bits_[stem % bits / 64] >> (stem % 64) & 1U) == 0) continue;
    from = std::lower_bound(from, features_.end(), stem,
                            [](const Feature& feature, std::uint32_t value) { return feature.stem < value; });
    if (from == features_.end()) break;
    if (from->stem == stem) total += from->weight * packed.weight(i);
  }
  return total;
}

}  // namespace hearsay
