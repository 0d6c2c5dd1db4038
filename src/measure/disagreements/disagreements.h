// Where the accounts of one point differ, and how.
#pragma once

#include "measure/evidence/point.h"
#include "measure/evidence/story_context.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

// The disagreements among a point's claims, conflicts first. A quantity or date that all give alike is none; a bound
// that one gives and another refines is "compatible"; a higher count in a later article is an "update"; different
// things counted are "scope"; two places of which neither may hold the other, and two doers of one deed, are conflicts;
// a denial beside an assertion is a conflict of polarity; one speaker's words quoted in two ways are a "translation".
std::vector<Disagreement> find_disagreements(std::span<const std::size_t> point, const Evidence& evidence);

}  // namespace hearsay
