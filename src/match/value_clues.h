// What the values of two claims say about whether they concern one thing and differ on it.
#pragma once

#include "match/pair_clues.h"
#include "match/profile.h"

namespace hearsay {

// Sets the clues about figures, days, hours and places; the others are left as they are.
void note_value_clues(const ClaimProfile& a, const ClaimProfile& b, PairClues& clues);

}  // namespace hearsay
