// Reports of different events in one set form of words: a column's weather, a service's quakes, results by the quarter.
#pragma once

#include "group/copies/passages.h"
#include "group/held/packed_words.h"

#include <span>

namespace hearsay {

// Whether two texts share most of their words and differ in what tells one event from another: other names and other
// numbers stand at the same places. A copy or a later version of one report keeps its names. `runs` are equal words of
// `a` (their `from`) and `b` (their `to`), in the order of `b`.
bool are_template_twins(const PlacedWords& a, const PlacedWords& b, std::span<const Run> runs);

}  // namespace hearsay
