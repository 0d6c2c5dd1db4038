#include "extract/names/lookup.h"

#include <algorithm>

namespace hearsay {

std::span<const Mention> mentions_at(const Names& names, Span words) {
  const auto first = std::lower_bound(names.mentions.begin(), names.mentions.end(), words.begin,
                                      [](const Mention& m, std::size_t byte) { return m.span.end <= byte; });
  const auto last = std::lower_bound(first, names.mentions.end(), words.end,
                                     [](const Mention& m, std::size_t byte) { return m.span.begin < byte; });
  return {first, last};
}

const Mention* mention_at(const Names& names, Span words) {
  const auto found = mentions_at(names, words);
  return found.empty() ? nullptr : &found.front();
}

}  // namespace hearsay
