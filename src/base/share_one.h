// Whether two short lists have anything in common.
#pragma once

#include <algorithm>
#include <vector>

namespace hearsay {

// In any order; false where either is empty. Takes a step for each pair, so the lists should be short.
template <class T>
bool share_one(const std::vector<T>& a, const std::vector<T>& b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

}  // namespace hearsay
