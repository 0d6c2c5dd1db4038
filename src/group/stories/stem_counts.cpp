// A hash table that grows with the words met, up to 8 MB; what it cannot hold and what is old fades by halving all
// counts and dropping those that come to nothing.
#include "group/stories/stem_counts.h"

#include "group/stories/word_weights.h"

#include <algorithm>
#include <cmath>

namespace hearsay {

namespace {

constexpr std::uint64_t most_stems = 1468006;
constexpr std::uint64_t left_stems = 1U << 20;  // at the most, when there were too many
constexpr std::uint32_t fade_at = 400000;       // articles
constexpr std::uint16_t most_counted = 0xFFFF;
constexpr float known_before = 20000;  // articles' worth of trust in the built-in counts
constexpr float most_common = 0.5F;

}  // namespace

std::uint16_t StemCounts::count_of(std::uint32_t stem) const {
  const std::uint32_t key = mixed(stem);
  const auto& part = table_.part_of(key);
  if (part.slots.empty()) return 0;
  const std::size_t slot = part.first_of(key);
  return part.has(slot, key) ? part.slots[slot].count : 0;
}

// The stem's slot, made where there is none.
StemCounts::Slot& StemCounts::slot_for(std::uint32_t stem) {
  const std::uint32_t key = mixed(stem);
  auto& part = table_.part_of(key);
  if (part.is_full()) table_.renew(part, [](const Slot&) { return true; });
  const std::size_t slot = part.first_of(key);
  if (part.has(slot, key)) return part.slots[slot];
  ++used_;
  return table_.insert(part, slot, {static_cast<std::uint16_t>(table_.kept_of(key) >> 8), 0});
}

std::vector<Feature> StemCounts::adjusted(std::vector<Feature> features) const {
  if (articles_ == 0) return features;
  const WordWeights& weights = WordWeights::shared();
  static const float log_of_most_common = std::log(most_common);
  for (const Feature& feature : features) {
    table_.prefetch(mixed(feature.stem));
    weights.prefetch(feature.stem);
  }
  for (Feature& feature : features) {
    const std::uint16_t count = count_of(feature.stem);
    if (count == 0) continue;
    const auto [expected, rarity] = weights.look_up(feature.stem);
    const float part =
        (static_cast<float>(count) + expected * known_before) / (static_cast<float>(articles_) + known_before);
    if (part <= expected) continue;
    feature.weight *= std::log(std::min(part, most_common)) / std::min(-rarity, log_of_most_common);
  }
  return features;
}

void StemCounts::count(const std::vector<Feature>& features) {
  for (const Feature& feature : features) {
    Slot& slot = slot_for(feature.stem);
    const bool is_last = ++slot.count == most_counted;
    if (is_last) fade();
    if (used_ <= most_stems) continue;
    while (used_ > left_stems) fade();
  }
  if (++articles_ >= fade_at) fade();
}

void StemCounts::fade() {
  articles_ /= 2;
  used_ = 0;
  for (auto& part : table_.parts()) {
    for (Slot& slot : part.slots) slot.count /= 2;
    table_.renew(part, [](const Slot&) { return true; });
    used_ += part.used;
  }
}

}  // namespace hearsay
