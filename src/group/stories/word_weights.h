// How much a word says of what an article is about: rare words much, common ones nothing.
#pragma once

#include "base/prefetch.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// The counts behind the weights, models/word_weights.bin (see models/word_weights.md).
class WordWeights {
 public:
  // Uses `bytes` in place, which must outlive it. Throws std::runtime_error where they are not a table of weights.
  explicit WordWeights(std::string_view bytes);

  // The built-in table, read once.
  static const WordWeights& shared();

  // The part of news articles that hold the word with this hash (of its stem, see stem_hash), 0 to 1; for a word the
  // table does not know what one unseen in all of its articles may have.
  float part_of_articles(std::uint32_t stem) const;

  // The natural logarithm of one over that part.
  float rarity(std::uint32_t stem) const { return look_up(stem).rarity; }

  // Both at once.
  struct Known {
    float part_of_articles = 0;
    float rarity = 0;
  };
  Known look_up(std::uint32_t stem) const;

  // That of a word the table does not know, which no word exceeds.
  float most_rarity() const { return rarities_.front(); }

  // Brings a word's place into the processor's cache, for a question soon to come.
  void prefetch(std::uint32_t stem) const {
    prefetch_memory(keys_ + 4ULL * (stem & (slots_ - 1)));
    prefetch_memory(counts_ + 4ULL * (stem & (slots_ - 1)));
  }

 private:
  std::uint32_t count_of(std::uint32_t stem) const;
  float part_of(std::uint32_t count) const;

  const unsigned char* counts_;  // an open-addressed table: keys, then for each the articles that held it
  const unsigned char* keys_;
  std::vector<float> rarities_;  // of words that so many articles held, as far as it goes
  std::uint32_t articles_ = 0;
  std::uint32_t slots_ = 0;
};

// The hash of a folded word without a possessive "'s" and without a plural "s", from the hash of the word and its text.
// Words of up to four letters and words in "ss" keep their s. Has 24 bits, so that features by the million fit in
// memory (two words in sixteen million meet), and is never 0.
std::uint32_t stem_hash(std::uint32_t word_hash, std::string_view word);

}  // namespace hearsay
