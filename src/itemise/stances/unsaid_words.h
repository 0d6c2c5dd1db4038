// How the words stand that take a saying back: their sorts, and what the words before a verb of saying tell without a
// tree.
#pragma once

#include "dissect/trees/tree.h"
#include "itemise/stances/unsaid.h"

#include <cstdint>
#include <string_view>

namespace hearsay {

// In folded letters. "Not", "never", "hardly", "neither", "without"; "nobody", "no", "few"; "refuse", "fail", "yet";
// "deny", "reject".
bool takes_back(std::string_view lemma);
bool is_nobody(std::string_view lemma);
bool withholds(std::string_view lemma);
bool denies_saying(std::string_view lemma);

// A verb or noun that may carry what is said.
bool carries_saying(std::string_view lemma);

// By the words before a verb or noun of saying in its sentence, back to the nearest mark.
Unsaid unsaid_before(const Tree& tree, std::uint32_t cue);

// The same for the nearest word of saying before a predicate, with no mark in between: trees of rare shapes are often
// wrong, and then the words decide.
Unsaid unsaid_by_words(const Tree& tree, std::uint32_t predicate);

}  // namespace hearsay
