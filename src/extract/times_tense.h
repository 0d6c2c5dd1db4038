// Does the sentence around a time look back or ahead?
#pragma once

#include "dissect/dissection.h"

namespace hearsay {

enum class Tense { past = -1, unknown = 0, future = 1 };

// The tense of the verb that governs the words at `span`, from the tree where there is one (the verb, its auxiliaries,
// "is to", "plans to", "scheduled for"), else from the verbs that stand near. Looks at a bounded number of tokens.
Tense tense_at(std::string_view text, const Dissection& dissection, Span span);

}  // namespace hearsay
