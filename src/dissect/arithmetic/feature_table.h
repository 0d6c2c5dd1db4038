// From a hashed feature to the number of its row in a table of weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// An open-addressing table of 64-bit hashes, of which 16 bits are kept: a feature that was never seen in training is
// mistaken for another one once in many thousand times, and the file stays small.
class FeatureTable {
 public:
  static constexpr std::uint16_t none = 0xffff;

  FeatureTable() = default;
  // `marks` and `rows` are of one size, a power of two; rows[i] is `none` where slot i is empty. Points into them.
  FeatureTable(std::span<const std::uint16_t> marks, std::span<const std::uint16_t> rows)
      : marks_(marks), rows_(rows), mask_(marks.size() - 1) {}

  // The row of a feature; `none` for one that has none.
  std::uint16_t row_of(std::uint64_t hash) const {
    const auto mark = static_cast<std::uint16_t>(hash >> 48);
    for (std::size_t slot = hash & mask_; rows_[slot] != none; slot = (slot + 1) & mask_)
      if (marks_[slot] == mark) return rows_[slot];
    return none;
  }

  // The two arrays for hashes whose rows are 0, 1, 2, ...; a hash that another one hides gets no slot of its own.
  struct Arrays {
    std::vector<std::uint16_t> marks;
    std::vector<std::uint16_t> rows;
  };
  static Arrays build(const std::vector<std::uint64_t>& hashes);
  // The same with a number of one's own for each hash, below `none`.
  static Arrays build(const std::vector<std::uint64_t>& hashes, const std::vector<std::uint16_t>& numbers);

 private:
  std::span<const std::uint16_t> marks_;
  std::span<const std::uint16_t> rows_;
  std::size_t mask_ = 0;
};

}  // namespace hearsay
