// Sentences cut at their propositions: each clause that could be true or false by itself.
#pragma once

#include "base/span.h"
#include "dissect/trees/tree.h"
#include "extract/marks.h"
#include "itemise/words/reporting_words.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hearsay {

// One clause with the words that belong to it.
struct Proposition {
  Span span;               // from its first word to its last, without the punctuation and conjunctions around it
  std::uint32_t head = 0;  // its predicate: an index into Dissection::tokens
  std::optional<std::uint32_t> attribution;  // whose content it is, innermost: an index into Marks::attributions
};

// The propositions of a text in text order. A sentence without a verb is one proposition; the frame of an attribution
// ("the ministry said on Saturday") is none; where what is said is no clause ("the ministry denied any part in it"),
// the whole is one proposition of that attribution. A clause inside another may stand in both. The tree is that of the
// marks.
std::vector<Proposition> find_propositions(const Marks& marks, const Tree& tree, const ReportingWords& reporting);

}  // namespace hearsay
