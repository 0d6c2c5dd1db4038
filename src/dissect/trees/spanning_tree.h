// From scores of heads to a tree.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace hearsay {

// The score of what may not be; every other score is above it.
inline constexpr std::int32_t never_head = std::numeric_limits<std::int32_t>::min();

// The tree of the highest sum of scores with exactly one root (Chu and Liu 1965; Edmonds 1967).
// `scores` has for each of n words a row of n + 1 numbers: column 0 is the score of being the root, column j + 1 of
// having word j as its head, where that of a word as its own head is never_head.
// Returns each word's head, -1 for the root. Ties go to the earlier head. Takes time n^2, apart from contracting
// cycles.
std::vector<std::int32_t> best_tree(std::span<const std::int32_t> scores, std::size_t n);

}  // namespace hearsay
