#include "group/copies/taken_words.h"

#include "group/held/words.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t run = 5;  // words; shorter runs are chance

std::uint64_t hash_of(std::span<const std::uint16_t> words) {
  std::uint64_t hash = 0;
  for (const std::uint16_t word : words) hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
  return hash | 1U;  // never 0, which is an empty slot
}

// The runs of a text, open-addressed.
class Runs {
 public:
  explicit Runs(std::span<const std::uint16_t> words) : slots_(std::bit_ceil(2 * words.size() + 1)) {
    for (std::size_t i = 0; i + run <= words.size(); ++i) {
      const std::uint64_t hash = hash_of(words.subspan(i, run));
      slots_[slot_of(hash)] = hash;
    }
  }

  bool has(std::span<const std::uint16_t> words) const {
    const std::uint64_t hash = hash_of(words);
    return slots_[slot_of(hash)] == hash;
  }

 private:
  std::size_t slot_of(std::uint64_t hash) const {
    std::size_t slot = hash >> 20 & (slots_.size() - 1);
    while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) & (slots_.size() - 1);
    return slot;
  }

  std::vector<std::uint64_t> slots_;
};

}  // namespace

std::size_t count_taken(const PlacedWords& from, const PlacedWords& to) {
  const Runs runs(from.words);
  std::size_t taken = 0;
  std::size_t reached = 0;  // words before it are counted
  for (std::size_t i = 0; i + run <= to.words.size(); ++i) {
    if (!runs.has(std::span(to.words).subspan(i, run))) continue;
    taken += i + run - std::max(reached, i);
    reached = i + run;
  }
  return taken;
}

PlacedWords all_words(const Article& article) {
  constexpr std::size_t most_words = 20000;
  std::vector<Word> words = fold_words(article.text);
  words.resize(std::min(words.size(), most_words));
  return place_words(article.text, words);
}

}  // namespace hearsay
