// Statements that stand in two texts in different words: translated there and back, or quoted from memory.
#pragma once

#include "group/copies/passages.h"
#include "group/held/words.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// A text with its words and the sentences they make: where each sentence's words begin, and at last their number.
struct WordedText {
  std::string_view text;
  std::vector<Word> words;
  std::vector<std::size_t> sentences;
};
WordedText worded_text(std::string_view text, std::span<const Span> left_out);

// One sentence in two wordings.
struct Retold {
  Span from;  // bytes
  Span to;
  double alike = 0;                 // the part of the content words that both have, 0 to 1
  double exact = 0;                 // the part of `to` that stands word for word in `from`
  std::size_t words_in_common = 0;  // content words, counted once each
  bool quoted_in_both = false;
};

// Sentences quoted in at least one of the two texts whose content words, numbers and names agree: at least 55 % of the
// content words alike (by their first five letters) and five of them, and no number that only one has. `runs` are the
// texts' equal runs, for `exact`. In the order of `to`; a sentence is used once. At most the first 200 quoted sentences
// of a text are compared, so time is bounded.
std::vector<Retold> find_retold(const WordedText& from, const WordedText& to, std::span<const Run> runs);

}  // namespace hearsay
