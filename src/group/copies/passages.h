// Runs of equal words in two texts.
#pragma once

#include "group/held/words.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

// Equal words in two texts, as positions in their word lists.
struct Run {
  std::size_t from = 0;  // the first word, in the one text
  std::size_t to = 0;    // and in the other
  std::size_t count = 0;
};

// The places in a text where each run of `length` words begins.
class RunIndex {
 public:
  RunIndex(std::span<const Word> words, std::size_t length);

  // The longest runs of at least `length` words that `to` shares with the indexed text, in the order of `to`, not
  // overlapping there; of equally long ones the one that continues the run before, then the first. Where a run of words
  // stands very often in the indexed text only its first places are tried, so time is linear in both texts.
  std::vector<Run> runs_in(std::span<const Word> to) const;

 private:
  struct Place {
    std::uint32_t hash;
    std::uint32_t position;
  };
  std::span<const Place> places_of(std::uint32_t hash) const;

  std::span<const Word> words_;  // must outlive the index
  std::size_t length_;
  std::vector<Place> places_;         // by hash, then position
  std::vector<std::uint32_t> first_;  // for each value of the hash's top bits, where its places begin
  int shift_ = 31;
};

// A hash of the words [begin, begin + length), the same wherever they stand.
std::uint32_t hash_of_run(std::span<const Word> words, std::size_t begin, std::size_t length);

}  // namespace hearsay
