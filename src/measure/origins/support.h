// How many independent origins stand behind a point, and how many newsrooms gathered it.
#pragma once

#include "measure/evidence/point.h"
#include "measure/evidence/story_context.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

// What a point's claims rest on: the origins, how many at least and at most, and how many newsrooms gathered it.
struct Support {
  std::vector<std::size_t> origins;  // indices into the story's origins, the named ones first
  Bracket bracket;
  Bracket reporters;
};

// `sure` says of each claim of the point whether it surely belongs there: an origin that only doubtful claims name is
// counted in the upper end alone.
// `disagreements` are the point's: whoever differs from
// anybody over the thing itself is an origin of its own, whatever the words.
Support weigh_support(std::span<const std::size_t> point, const std::vector<bool>& sure,
                      std::span<const Disagreement> disagreements, const Evidence& evidence);

}  // namespace hearsay
