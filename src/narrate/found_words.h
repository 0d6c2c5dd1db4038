// Words that a reader gives, found again in a text.
#pragma once

#include "base/span.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hearsay {

// The places where these words stand in a row, in text order, from the first word to the last; at most `most` of them.
// Case, accents, punctuation and white space do not count. None for words without letters or digits. By Knuth, Morris
// and Pratt: linear in the text and the words.
std::vector<Span> find_words(std::string_view text, std::string_view words, std::size_t most);

}  // namespace hearsay
