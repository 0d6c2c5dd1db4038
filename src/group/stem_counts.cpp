// A hash table that grows with the words met, up to 16 MB; what it cannot hold and what is old fades by halving all
// counts and dropping those that come to nothing.
#include "group/stem_counts.h"

#include "group/word_weights.h"

#include <algorithm>
#include <cmath>

namespace hearsay {

namespace {

constexpr std::size_t smallest = 1U << 10;  // slots
constexpr std::size_t largest = 1U << 21;
constexpr std::uint32_t fade_at = 400000;  // articles
constexpr float known_before = 20000;      // articles' worth of trust in the built-in counts
constexpr float most_common = 0.5F;

std::size_t first_slot(std::uint32_t stem, std::size_t slots) { return (stem * 0x9E3779B1U >> 7) & (slots - 1); }

}  // namespace

// The stem's slot or the free one it would get.
std::size_t StemCounts::slot_of(std::uint32_t stem) const {
  std::size_t slot = first_slot(stem, slots_.size());
  while (slots_[slot].stem != 0 && slots_[slot].stem != stem) slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

std::vector<Feature> StemCounts::adjusted(std::vector<Feature> features) const {
  if (articles_ == 0) return features;
  const WordWeights& weights = WordWeights::shared();
  for (const Feature& feature : features) __builtin_prefetch(&slots_[first_slot(feature.stem, slots_.size())]);
  for (Feature& feature : features) {
    const Slot& slot = slots_[slot_of(feature.stem)];
    if (slot.stem == 0) continue;
    const float expected = weights.part_of_articles(feature.stem);
    const float part =
        (static_cast<float>(slot.count) + expected * known_before) / (static_cast<float>(articles_) + known_before);
    if (part > expected)
      feature.weight *= std::log(std::min(part, most_common)) / std::log(std::min(expected, most_common));
  }
  return features;
}

void StemCounts::count(const std::vector<Feature>& features) {
  if (slots_.empty()) slots_.resize(smallest);
  for (const Feature& feature : features) {
    Slot& slot = slots_[slot_of(feature.stem)];
    ++slot.count;
    if (slot.stem != 0) continue;
    slot.stem = feature.stem;
    if (10 * ++used_ <= 7 * slots_.size()) continue;
    if (slots_.size() < largest)
      rebuild(2 * slots_.size());
    else
      while (10 * used_ > 5 * slots_.size()) fade();
  }
  if (++articles_ >= fade_at) fade();
}

void StemCounts::fade() {
  articles_ /= 2;
  for (Slot& slot : slots_) slot.count /= 2;
  rebuild(slots_.size());
}

void StemCounts::rebuild(std::size_t size) {
  std::vector<Slot> old(size);
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old) {
    if (slot.count == 0) continue;
    slots_[slot_of(slot.stem)] = slot;
    ++used_;
  }
}

}  // namespace hearsay
