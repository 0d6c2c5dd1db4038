// The words that tell a stance, each list by itself (data/stances.txt): which of them stand in some words is a clue,
// which of them decides is judged elsewhere.
#pragma once

#include "dissect/words/dissection.h"
#include "itemise/propositions/claim.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {

// Const after loading, shared by all threads.
class StancePhrases {
 public:
  StancePhrases();

  // Does one of the phrases that tell a stance in a claim stand in some words?
  bool in_words(Stance stance, std::string_view words) const;
  // Does one of those that tell it in a cue stand in the lemmas of one?
  bool in_cue(Stance stance, std::span<const Token> cue) const;

 private:
  using Phrases = std::vector<std::pair<Stance, std::string>>;  // each between blanks

  Phrases in_words_;
  Phrases in_cue_;
};

}  // namespace hearsay
