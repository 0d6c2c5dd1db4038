// Uses of the words of saying that say nothing.
#pragma once

#include "extract/attributions/draft.h"
#include "extract/attributions/form_words.h"

namespace hearsay {

// Whether a draft's cue is used in a sense in which nobody says anything: a name that is given ("dubbed "Old Shaky" by
// locals", "the so-called plan"), a blow ("the rocket blasted the market", "a blast at the plant") or a price ("charges
// 40 euros").
bool says_nothing(const AttributionView& view, const FormWords& words, const Draft& draft);

}  // namespace hearsay
