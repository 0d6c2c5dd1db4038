// Builds the table of features. At most half of the slots are used, so that a search ends soon.
#include "dissect/arithmetic/feature_table.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace hearsay {

FeatureTable::Arrays FeatureTable::build(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint16_t> numbers(std::min<std::size_t>(hashes.size(), none));
  std::iota(numbers.begin(), numbers.end(), std::uint16_t{0});
  return build(hashes, numbers);
}

FeatureTable::Arrays FeatureTable::build(const std::vector<std::uint64_t>& hashes,
                                         const std::vector<std::uint16_t>& numbers) {
  const std::size_t size = std::bit_ceil(hashes.size() * 2 + 2);
  Arrays arrays{std::vector<std::uint16_t>(size, 0), std::vector<std::uint16_t>(size, none)};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto mark = static_cast<std::uint16_t>(hashes[i] >> 48);
    std::size_t slot = hashes[i] & (size - 1);
    while (arrays.rows[slot] != none && arrays.marks[slot] != mark) slot = (slot + 1) & (size - 1);
    if (arrays.rows[slot] != none) continue;
    arrays.marks[slot] = mark;
    arrays.rows[slot] = numbers[i];
  }
  return arrays;
}

}  // namespace hearsay
