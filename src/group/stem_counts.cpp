// One row of a count sketch (Cormode and Muthukrishnan, 2005), halved now and then. A rare stem may borrow a common
// one's count where the two meet; one row is enough as a report has forty features.
#include "group/stem_counts.h"

#include "group/word_weights.h"

#include <algorithm>
#include <cmath>

namespace hearsay {

namespace {

constexpr std::uint32_t counters = 1U << 20;
constexpr std::uint32_t halve_at = 400000;  // articles
constexpr float known_before = 20000;       // articles' worth of trust in the built-in counts
constexpr float most_common = 0.5F;

std::uint32_t slot_of(std::uint32_t stem) { return (stem * 0x9E3779B1U) >> 12; }

}  // namespace

std::vector<Feature> StemCounts::adjusted(std::vector<Feature> features) const {
  if (articles_ == 0) return features;
  const WordWeights& weights = WordWeights::shared();
  for (Feature& feature : features) {
    const float expected = weights.part_of_articles(feature.stem);
    const auto count = static_cast<float>(counts_[slot_of(feature.stem)]);
    const float part = (count + expected * known_before) / (static_cast<float>(articles_) + known_before);
    if (part > expected)
      feature.weight *= std::log(std::min(part, most_common)) / std::log(std::min(expected, most_common));
  }
  return features;
}

void StemCounts::count(const std::vector<Feature>& features) {
  if (counts_.empty()) counts_.resize(counters);
  for (const Feature& feature : features) ++counts_[slot_of(feature.stem)];
  if (++articles_ < halve_at) return;
  articles_ /= 2;
  for (std::uint32_t& count : counts_) count /= 2;
}

}  // namespace hearsay
