// A part of many things that stands for all of them.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace hearsay {

// Leaves `most` of the things at the most, the first among them and the others as far apart, in their order.
template <class T>
void keep_some(std::vector<T>& things, std::size_t most) {
  const std::size_t all = things.size();
  if (all <= most) return;
  for (std::size_t i = 1; i < most; ++i) things[i] = std::move(things[i * all / most]);
  things.resize(most);
}

}  // namespace hearsay
