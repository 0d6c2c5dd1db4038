// How much the runs of words that two texts share weigh.
#pragma once

#include "group/copies/passages.h"
#include "group/copies/retold.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

// What the shared runs amount to.
struct SharedEvidence {
  double strongest = 0;       // words, weighted
  std::size_t moderate = 0;   // runs of moderate_words
  std::size_t quoted = 0;     // words of the longest run quoted in both
  std::size_t shared = 0;     // words
  std::size_t own_voice = 0;  // of these, words outside quotation marks in both
  Run shown;                  // the strongest run
};

// `runs` are equal words of the two texts. A name counts half, as names recur anyway; an age with a name takes off four
// words.
SharedEvidence weigh(const WordedText& from, const WordedText& to, std::span<const Run> runs);

// Whether it cannot be chance: eight words in a row, seven inside quotation marks in both, or three runs of nearly six.
bool is_enough(const SharedEvidence& evidence);

constexpr std::size_t enough_quoted = 7;  // words in a row, quoted in both

// Pages of one outlet end with the same lines: runs with which both texts end are its footer, not the article's.
std::vector<Run> without_footer(std::vector<Run> runs, std::size_t from_words, std::size_t to_words);

}  // namespace hearsay
