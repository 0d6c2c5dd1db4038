// An evenly spread sample of a list.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace hearsay {

// Keeps at most `most` of the things, in their order: the first, and the others evenly spaced.
template <class T>
void keep_some(std::vector<T>& things, std::size_t most) {
  const std::size_t all = things.size();
  if (all <= most) return;
  for (std::size_t i = 1; i < most; ++i) things[i] = std::move(things[i * all / most]);
  things.resize(most);
}

}  // namespace hearsay
