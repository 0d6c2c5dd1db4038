// A text as the rules on words see it: words and marks.
#pragma once

#include "base/span.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// One word or mark of a text, as the rules see it.
struct RuleWord {
  Span span;
  std::string_view text;  // as written; points into the text
  std::string small;      // with the ASCII letters A to Z made small and curly apostrophes straight
};

// Cuts a text into words and marks. Addresses and handles stay whole. `offset` is added to the spans.
std::vector<RuleWord> rule_words(std::string_view text, std::size_t offset = 0);

// As in RuleWord::small.
std::string rule_letters(std::string_view word);

}  // namespace hearsay
