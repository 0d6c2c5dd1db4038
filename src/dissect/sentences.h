// Where sentences end.
#pragma once

#include "base/span.h"
#include "dissect/word_lists.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// For tokens in text order (see find_tokens), the numbers of the tokens that begin a sentence; the first is always 0.
// A blank line ends a sentence whatever stands before it. No tokens, no sentences. Linear time.
std::vector<std::uint32_t> find_sentence_starts(std::string_view text, const std::vector<Span>& tokens,
                                                const WordLists& lists);

}  // namespace hearsay
