// How a claim is held, judged from the words of its cue, its own words and what it hangs on in its sentence, by weights
// learned from annotated stories (models/stances.txt). The rules of data/stances.txt are what it looks at first.
#pragma once

#include "base/boosted_trees.h"
#include "dissect/trees/tree.h"
#include "extract/marks.h"
#include "itemise/propositions/claim.h"
#include "itemise/propositions/propositions.h"
#include "itemise/stances/stances.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hearsay {

inline constexpr std::size_t stance_clue_count = 51;
using StanceClues = std::array<std::int32_t, stance_clue_count>;
const std::array<std::string_view, stance_clue_count>& stance_clue_names();

// What the judgement rests on, for a claim whose sources and cue are known.
StanceClues stance_clues(const Claim& claim, const Proposition& proposition, bool quoted, std::string_view text,
                         const Marks& marks, const Tree& tree, const StanceRules& rules);

// Const after loading, shared by all threads.
class StanceChoice {
 public:
  StanceChoice();

  // What a cue of denying or refusing says; else the likeliest stance, of equals the first in the enumeration.
  Stance choose(const StanceClues& clues) const;

 private:
  BoostedTrees trees_;
};

}  // namespace hearsay
