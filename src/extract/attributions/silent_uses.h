// Uses of the words of saying that say nothing.
#pragma once

#include "extract/attributions/draft.h"
#include "extract/attributions/form_words.h"

namespace hearsay {

// Whether a draft's cue is used in a sense in which nobody says anything: a name that is given ("dubbed "the Sieve" by
// its crew", "the so-called plan"), a blow ("the shell hit the mill", "a blast in the tunnel") or a price ("charges
// nine crowns").
bool says_nothing(const AttributionView& view, const FormWords& words, const Draft& draft);

}  // namespace hearsay
