// Which claims of a point may corroborate one another.
#pragma once

#include "measure/evidence/story_context.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

// For each claim of `point`: does it surely tell what a claim of another named origin tells, so that the two can
// corroborate each other? Where none does, the representative alone is sure. Of a point of very many claims, the first
// 60 are compared with. A claim that a reader's correction placed here is always sure.
std::vector<bool> surely_agree(std::span<const std::size_t> point, std::size_t representative,
                               const Evidence& evidence);

}  // namespace hearsay
