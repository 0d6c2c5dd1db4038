// Claims on one proposition brought together.
#pragma once

#include "match/likeness.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace hearsay {

// How likely two claims are on one point, from 0 to 1; the same whichever comes first.
using PairJudge = std::function<float(const ClaimProfile&, const ClaimProfile&)>;

// The claims of each point, as indices into `profiles`; each claim is in exactly one point, alone in it when nothing is
// similar. A denial goes to the point most similar to it, if it is half as similar as others must be. Points are
// in order of their first claim, claims in order. Time and memory grow with the pairs that share a happening or a
// word of the rarer half of their words, not with all pairs.
std::vector<std::vector<std::size_t>> find_points(std::span<const ClaimProfile> profiles, const PairJudge& judge);

}  // namespace hearsay
