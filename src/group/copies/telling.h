// Whether two texts in different words tell the same story in the same order: what a translation keeps.
#pragma once

#include "group/copies/orders.h"
#include "group/copies/passages.h"
#include "group/held/packed_words.h"

#include <cstddef>
#include <span>

namespace hearsay {

// What two texts have in one order, outside the runs of words they share.
struct Telling {
  OrderMatch marks;          // names, numbers and quotations
  std::size_t words = 0;     // words, not common ones, that stand in both texts, once in each
  std::size_t in_order = 0;  // of these, the most that follow one another in both
  double drift = 0;          // how far apart they stand on average, in parts of the texts' lengths
  double lengths = 0;        // words of the shorter text divided by those of the longer
};

// `runs` are equal words of `a` (their `from`) and `b` (their `to`). Where the marks alone decide, the words are not
// looked at and stay 0.
Telling compare_tellings(const PlacedWords& a, const PlacedWords& b, std::span<const Run> runs);

// Whether it cannot be chance: the marks are in one order (is_one_order), or words and marks together are. Independent
// reports of one event, as far as examined, reach six tenths of what is required.
bool is_one_telling(const Telling& telling);

}  // namespace hearsay
