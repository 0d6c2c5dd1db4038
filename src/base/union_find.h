// Disjoint sets that are joined step by step (Galler and Fischer 1964); each is known by its smallest member.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace hearsay {

// Things are numbers below `count`. The smallest member leads its set, whatever the order in which they were joined.
class UnionFind {
 public:
  explicit UnionFind(std::size_t count) : above_(count), sets_(count) {
    std::iota(above_.begin(), above_.end(), std::size_t{0});
  }

  // The smallest member of a thing's set.
  std::size_t leader(std::size_t thing) {
    while (above_[thing] != thing) thing = above_[thing] = above_[above_[thing]];  // halves the path for next time
    return thing;
  }

  // False when they were in one set already.
  bool join(std::size_t a, std::size_t b) {
    const auto [low, high] = std::minmax({leader(a), leader(b)});
    if (low == high) return false;
    above_[high] = low;
    --sets_;
    return true;
  }

  std::size_t sets() const { return sets_; }

 private:
  std::vector<std::size_t> above_;  // in its set; itself for a leader
  std::size_t sets_;
};

}  // namespace hearsay
