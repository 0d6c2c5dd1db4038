// Sentences of a text that are no part of the article: captions, teasers, notes on the author, what a player or a form
// says. What rules on words cannot tell (data/boilerplate.txt) is judged by weights learned from annotated stories
// (models/asides.txt).
#pragma once

#include "base/boosted_trees.h"
#include "base/word_lists.h"
#include "clean/articles/article.h"
#include "extract/marks.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

inline constexpr std::size_t aside_clue_count = 66;
using AsideClues = std::array<std::int32_t, aside_clue_count>;
const std::array<std::string_view, aside_clue_count>& aside_clue_names();

// One sentence that no boilerplate holds yet.
struct PossibleAside {
  Span span;  // in bytes of the article's text
  AsideClues clues{};
};

// The learned judgement and its words. Const after loading, shared by all threads.
class Asides {
 public:
  // Throws std::runtime_error, naming the file, where data/aside_words.txt or models/asides.txt cannot be read.
  Asides();

  // All sentences that could be asides, in text order. Without sentences: none.
  std::vector<PossibleAside> possible(const Article& article, const Marks& marks) const;

  // Adds those that surely are to the article's boilerplate, which stays in order. Never more than a third of the text:
  // an article of which that were true is left as it is.
  void leave_out(Article& article, const Marks& marks) const;

 private:
  WordSorts words_;
  BoostedTrees trees_;
};

}  // namespace hearsay
