// Which claims of a story are nearest to each other in meaning.
#pragma once

#include "match/profile.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace hearsay {

// Records in each profile how similar in sense its most similar candidates are (ClaimProfile::nearest).
void note_nearest(std::span<ClaimProfile> profiles);

// How many candidates of a claim are nearer to it than one this similar; at most `most_ranked`.
inline constexpr std::size_t most_ranked = 100;
std::int32_t rank_among_candidates(const ClaimProfile& profile, std::int32_t likeness);

// Has each of two candidates so many that are nearer to it in sense that the two need not be compared? Of pairs on one
// point one in 700 is so.
bool is_far(const ClaimProfile& a, const ClaimProfile& b);

}  // namespace hearsay
