// Which of two articles copied from the other, if either did: weighs shared passages, credits, outlets and times.
#pragma once

#include "clean/articles/article.h"
#include "group/copies/copies.h"
#include "group/copies/credits.h"
#include "group/copies/retold.h"
#include "group/copies/upstreams.h"
#include "group/held/packed_words.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hearsay {

// An article made ready to be compared. Points into the article, which must outlive it.
struct Comparable {
  const Article* article = nullptr;
  std::size_t number = 0;  // its place among the articles compared
  WordedText worded;
  std::vector<Credit> credits;
  std::vector<Upstream> upstreams;
  PlacedWords placed;  // its words as tellings are compared
  PlacedWords whole;   // with what is left out, as what was taken over is counted
};
Comparable make_comparable(const Article& article, std::size_t number);

constexpr std::size_t shortest_run = 5;  // words; shorter runs are chance

// The copy between two articles, or nothing where what they share may be chance: a name with its age and title, a stock
// phrase, a footer under two pages of one outlet. `index` is the RunIndex of a's words with shortest_run.
//
// Enough to be a copy: eight words in a row (capitalised ones count half, as names recur anyway; an age with a name
// takes off four), seven inside quotation marks in both, or three runs of nearly six. Independent reports of one event,
// as far as they were examined, share no runs that long; it is not proof, and `why` shows the words.
std::optional<Copy> judge_copy(const Comparable& a, const Comparable& b, const RunIndex& index);

}  // namespace hearsay
