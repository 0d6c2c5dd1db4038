// Does the sentence around a time look back or ahead?
#pragma once

#include "dissect/trees/tree.h"
#include "dissect/words/dissection.h"

namespace hearsay {

// How much the sentence says: "the two meet" is a hint, "could meet" likely, "will meet" and "met" sure.
enum class Sureness { none, hint, likely, sure };

// Which way a time without a year lies.
struct Lean {
  int way = 0;  // -1 the past, +1 the future, 0 nothing tells
  Sureness sureness = Sureness::none;
  bool strong() const { return sureness >= Sureness::likely; }
};

// The tense of the verb that governs the words at `span`: from the tree where there is one (the verb, its auxiliaries,
// "is to", "plans to", "scheduled for"), else from the verbs that stand near. Looks at a bounded number of tokens.
// The tree is that of the dissection; it is built where a time first needs it.
Lean tense_at(std::string_view text, const Dissection& dissection, TreeOnDemand& tree, Span span);

}  // namespace hearsay
