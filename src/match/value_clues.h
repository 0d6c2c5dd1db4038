// What the values of two claims say for their being on one thing, and for their differing on it.
#pragma once

#include "match/pair_clues.h"
#include "match/profile.h"

namespace hearsay {

// Fills the clues on figures, days, hours and places; the others are left as they are.
void note_value_clues(const ClaimProfile& a, const ClaimProfile& b, PairClues& clues);

}  // namespace hearsay
