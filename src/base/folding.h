// Words folded for comparison: lower case, without accents or punctuation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A letter in lower case and without its accents; any other code point as it is.
char32_t plain_letter(char32_t c);

// Letters and digits in lower case without their accents, words separated by single spaces; "'s" at the end of a word
// and dots inside abbreviations are dropped. Empty for text without letters or digits.
std::string fold(std::string_view text);

// The words of a text, as separated by white space.
std::size_t word_count(std::string_view text);

// "RMA", "U.N.": two to six capitals and nothing else but dots.
bool is_abbreviation(std::string_view name);

}  // namespace hearsay
