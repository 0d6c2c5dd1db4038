// The heaviest are found by counting weights in coarse steps, so that few have to be ranked: choosing among a hundred
// by comparing pairs costs more in branches that no processor predicts than all the rest.
#include "group/stories/features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>

namespace hearsay {

namespace {

// Weights are not negative, so their bits are in the order of the weights and can be ranked as whole numbers.
std::uint32_t weight_bits(const Feature& feature) { return std::bit_cast<std::uint32_t>(feature.weight); }
std::uint64_t rank_of(const Feature& feature) {
  return static_cast<std::uint64_t>(weight_bits(feature)) << 32 | (~feature.stem);
}

// The rank of the last that is kept: counted by weight in coarse steps, and in full only within the step it falls into.
std::uint64_t lowest_kept(const std::vector<Feature>& features, std::size_t most) {
  std::uint32_t least = 0xFFFFFFFFU;
  std::uint32_t greatest = 0;
  for (const Feature& feature : features) {
    least = std::min(least, weight_bits(feature));
    greatest = std::max(greatest, weight_bits(feature));
  }
  constexpr unsigned step_bits = 7;
  const auto width = static_cast<unsigned>(std::bit_width(greatest - least));
  const unsigned shift = width - std::min(width, step_bits);
  const auto step_of = [&](const Feature& feature) { return (weight_bits(feature) - least) >> shift; };
  std::array<std::uint32_t, 1U << step_bits> in_step{};
  for (const Feature& feature : features) ++in_step[step_of(feature)];
  std::size_t left = most;
  std::uint32_t step = (greatest - least) >> shift;
  for (; in_step[step] < left; --step) left -= in_step[step];
  std::vector<std::uint64_t> ranks(in_step[step] + 1);
  std::size_t count = 0;
  for (const Feature& feature : features) {
    ranks[count] = rank_of(feature);
    count += step_of(feature) == step ? 1 : 0;
  }
  ranks.pop_back();
  const auto last = ranks.begin() + static_cast<std::ptrdiff_t>(left) - 1;
  std::nth_element(ranks.begin(), last, ranks.end(), std::greater<>());
  return *last;
}

}  // namespace

std::vector<Feature> heaviest(const std::vector<Feature>& features, std::size_t most) {
  if (features.size() <= most) return features;
  const std::uint64_t lowest = lowest_kept(features, most);
  std::vector<Feature> kept(features.size());
  std::size_t count = 0;
  for (const Feature& feature : features) {
    kept[count] = feature;
    count += rank_of(feature) >= lowest ? 1 : 0;
  }
  kept.resize(count);
  return kept;
}

void normalise(std::vector<Feature>& features, std::size_t most) {
  features = heaviest(features, most);
  double sum = 0;
  for (const Feature& feature : features) sum += static_cast<double>(feature.weight) * feature.weight;
  if (sum <= 0) return;
  const auto scale = static_cast<float>(1 / std::sqrt(sum));
  for (Feature& feature : features) feature.weight *= scale;
}

float dot(const std::vector<Feature>& a, const std::vector<Feature>& b) {
  float sum = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->stem == j->stem)
      sum += i++->weight * j++->weight;
    else if (i->stem < j->stem)
      ++i;
    else
      ++j;
  }
  return sum;
}

}  // namespace hearsay
