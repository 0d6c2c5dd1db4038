// Which pairs of a story's claims are worth comparing.
#pragma once

#include "match/profile.h"

#include <cstddef>
#include <functional>
#include <span>

namespace hearsay {

// Calls `use` with each pair that shares one of its rarer words or a happening, as places among the profiles, the
// smaller first; by the greater, then the smaller. Time grows with the pairs that share a word of the rarer half of
// their words, not with all.
void for_candidates(std::span<const ClaimProfile> profiles, const std::function<void(std::size_t, std::size_t)>& use);

}  // namespace hearsay
