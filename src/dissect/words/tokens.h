// Words as Universal Dependencies English (EWT) has them: "don't" is "do" and "n't", "long-term" is three words.
#pragma once

#include "base/span.h"
#include "dissect/words/word_parts.h"

#include <string_view>
#include <vector>

namespace hearsay {

// The words and marks of a part of a text, in order, not overlapping, blanks left out. `part` must lie inside `text`;
// what is outside of it is not looked at. Any bytes, in time proportional to the part.
std::vector<Span> find_tokens(std::string_view text, Span part, const WordParts& lists);

}  // namespace hearsay
