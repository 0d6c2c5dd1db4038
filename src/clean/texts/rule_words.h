// A text as the rules on words see it: words and marks.
#pragma once

#include "base/span.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// One word or mark of a text, as the rules see it.
struct RuleWord {
  Span span;
  std::string_view text;  // as written; points into the text
  std::uint64_t key = 0;  // rule_key() of it
};

// Cuts a text into words and marks. Addresses and handles are not cut. `offset` is added to the spans.
std::vector<RuleWord> rule_words(std::string_view text, std::size_t offset = 0);

// The same into an existing list, so that the memory of one line serves for the next. Anything after the first 200,000
// words, more than any line of an article has, is left out, so that memory is bounded.
void cut_rule_words(std::string_view text, std::size_t offset, std::vector<RuleWord>& words);

// With the letters A to Z in lower case and curly apostrophes straight: the form in which lower-case letters in a rule
// are compared.
std::string rule_letters(std::string_view word);

// Are `letters` what rule_letters() makes of the word?
bool has_letters(std::string_view word, std::string_view letters);

// Equal for words with the same letters, and for all addresses of pictures; otherwise usually different. A text has
// many words and few that any rule asks for, so words are looked up by this number.
std::uint64_t rule_key(std::string_view word);

bool is_picture_link(std::string_view word);

}  // namespace hearsay
