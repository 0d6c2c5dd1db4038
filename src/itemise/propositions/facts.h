// Facts that stand inside or across the propositions of a text and that people ask for alone: a clause without what
// hangs on it, a clause with its conjuncts, what is said with who says it, a noun phrase, a time, a whole sentence.
// Which are worth a claim is judged by weights learned from annotated stories (models/facts.txt).
#pragma once

#include "base/boosted_trees.h"
#include "clean/articles/article.h"
#include "dissect/trees/tree.h"
#include "extract/marks.h"
#include "itemise/propositions/propositions.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

inline constexpr std::size_t fact_clue_count = 52;
using FactClues = std::array<std::int32_t, fact_clue_count>;
const std::array<std::string_view, fact_clue_count>& fact_clue_names();

struct PossibleFact {
  Proposition proposition;
  FactClues clues{};
};

// All spans of the tree that could be a fact and are none of the propositions, in text order, each once; none in
// boilerplate. Sentences of more than 150 words are passed over: they are lists.
std::vector<PossibleFact> find_possible_facts(const Article& article, const Marks& marks, const Tree& tree,
                                              std::span<const Proposition> propositions);

// The learned judgement. Const after loading, shared by all threads.
class FactChoice {
 public:
  FactChoice();

  // Those worth a claim, in text order. Of two that are nearly the same words, the better one.
  std::vector<Proposition> choose(std::span<const PossibleFact> facts) const;

 private:
  BoostedTrees trees_;
};

}  // namespace hearsay
