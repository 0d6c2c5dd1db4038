#include "identify/neighbours.h"

#include "dissect/words/dissection.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t farthest = 50;  // bytes: some seven words

bool side_by_side(const Mention& first, const Mention& second, const Dissection& dissection) {
  return second.span.begin - first.span.end <= farthest &&
         sentence_at(dissection.sentences, first.span.begin) == sentence_at(dissection.sentences, second.span.begin);
}

}  // namespace

Neighbours find_neighbours(std::span<const Marks> marks, const Entities& entities) {
  Neighbours found;
  for (std::size_t article = 0; article < marks.size(); ++article) {
    const auto& mentions = marks[article].names.mentions;
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
      if (!side_by_side(mentions[i], mentions[i + 1], marks[article].dissection)) continue;
      const std::size_t a = entities.of_named[article][mentions[i].named];
      const std::size_t b = entities.of_named[article][mentions[i + 1].named];
      if (a != b) found.insert(std::minmax(a, b));
    }
  }
  return found;
}

}  // namespace hearsay
