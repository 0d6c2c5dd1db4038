// Two statements that are one by their wording.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A statement's words as they are compared: without punctuation, case and accents. Of a very long one the first 100.
std::vector<std::string> words_to_compare(std::string_view statement);

// Do two statements have a run of words in common that two people would not each have found: `least` words or more,
// two of which are no small words of grammar? "Passengers delayed will be compensated fully" is one statement, whomever
// each report gives it to (text reuse: Clough et al. 2002).
bool in_the_same_words(std::span<const std::string> a, std::span<const std::string> b, std::size_t least);

}  // namespace hearsay
