// Does the sentence around a time look back or ahead?
#pragma once

#include "dissect/dissection.h"

namespace hearsay {

// Which way a time without a year lies, and whether that is sure or only a hint.
struct Lean {
  int way = 0;  // -1 the past, +1 the future, 0 nothing tells
  bool strong = false;
};

// The tense of the verb that governs the words at `span`: from the tree where there is one (the verb, its auxiliaries,
// "is to", "plans to", "scheduled for"), else from the verbs that stand near. Looks at a bounded number of tokens.
Lean tense_at(std::string_view text, const Dissection& dissection, Span span);

}  // namespace hearsay
