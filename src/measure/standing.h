// What a point's support and disagreements add up to.
#pragma once

#include "itemise/propositions/claim.h"
#include "measure/evidence/point.h"

#include <cstddef>
#include <span>

namespace hearsay {

// Contested when accounts differ in a value, a date, a place, an actor, a yes and no or in what they count (not when
// they quote in other words); unanswered when what is told is that nobody answered or that the thing is not known;
// corroborated with two sure origins; background when several newsrooms tell it and two reports in three name nobody,
// as of a thing that everybody knows; otherwise it has a single origin, which may be the one newsroom that tells it.
// `point` has all but its standing; `claims` are the story's.
Standing standing_of(const Point& point, std::span<const Claim> claims);

}  // namespace hearsay
