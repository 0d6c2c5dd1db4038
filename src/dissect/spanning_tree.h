// From scores of heads to a tree.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// The tree of the highest sum of scores with exactly one root (Chu and Liu 1965; Edmonds 1967).
// `scores` has for each of n words a row of n + 1 numbers: column 0 is the score of being the root, column j + 1 of
// having word j as its head; the score of a word as its own head is not looked at. Each |score| below 2^40.
// Returns each word's head, -1 for the root. Ties go to the earlier head. Time n^2, but for the
// walks around cycles.
std::vector<std::int32_t> best_tree(std::span<const std::int64_t> scores, std::size_t n);

}  // namespace hearsay
