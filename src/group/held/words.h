// The words of a text as copies are compared: folded, so that case, curly quotes and punctuation make no difference.
#pragma once

#include "base/span.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

struct Word {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  std::uint32_t hash = 0;  // of the folded word: equal words have equal hashes on every machine
  bool capital = false;    // begins with a capital letter
  bool number = false;     // begins with a digit
  bool quoted = false;     // stands between quotation marks
  bool opens = false;      // the first word of a sentence or line, whose capital says nothing

  Span span() const { return {begin, end}; }
};

// Words in text order: runs of letters and digits, with an apostrophe ("don't") or a decimal point ("3.5") inside.
// "1,200" and "1200" are one word, and so are "don't" with either apostrophe. A hyphen divides. Scripts without spaces
// give a word a character. What lies in `left_out` (in order, not overlapping) is passed over. A quotation that is
// never closed ends with its paragraph. Any bytes are accepted; texts beyond 4 GB are read to that length. Linear time.
std::vector<Word> fold_words(std::string_view text, std::span<const Span> left_out = {});

// The hash that `fold_words` gives a word; `word` must be one word in lower case without punctuation ("don't").
std::uint32_t hash_of_word(std::string_view word);

// The bytes from the first of the words to the last; the words must not be none.
inline Span hull_of(std::span<const Word> words) { return {words.front().begin, words.back().end}; }

}  // namespace hearsay
