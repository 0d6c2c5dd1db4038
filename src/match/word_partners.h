// Which words of a story are similar in meaning, found once for all pairs of claims.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace hearsay {

// For each word of a story, by number, the words similar to it in meaning. Const after building.
class WordPartners {
 public:
  // `meanings[w]` is the vector of word w, of length 1, or empty for a word that means only itself (a name, a number).
  // Quadratic in the words that have a vector, with a small constant; a story's words grow as the root of its length.
  explicit WordPartners(const std::vector<std::vector<float>>& meanings);

  // How similar a word is to the nearest of others (sorted by number, each with a weight that is ignored): from 0 (no
  // more than any two words of one subject) to 1 (the same meaning). The word itself is not looked for.
  float best_of(std::uint32_t word, const std::vector<std::pair<std::uint32_t, float>>& others) const;

 private:
  std::vector<std::vector<std::pair<std::uint32_t, float>>> partners_;  // of each word, by number
};

}  // namespace hearsay
