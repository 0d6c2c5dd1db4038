// The claim that speaks for its point.
#pragma once

#include "match/profile.h"

#include <cstddef>
#include <span>

namespace hearsay {

// The claim nearest to all others of its point that can be read by itself; of two that are equally good the shorter.
// `point` holds indices into `profiles` and is not empty. An earlier event does not speak for this one, unless all
// claims tell of such.
std::size_t representative_of(std::span<const std::size_t> point, std::span<const ClaimProfile> profiles);

}  // namespace hearsay
