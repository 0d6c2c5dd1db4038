// Two statements that are one by their wording.
#pragma once

#include <cstddef>
#include <string_view>

namespace hearsay {

// Do two statements have a run of words in common that two people would not each have found: `least` words or more,
// two of which are no small words of grammar? "Passengers delayed will be compensated fully" is one statement, whomever
// each report gives it to (text reuse: Clough et al. 2002). Punctuation, case and accents do not count. Of very long
// texts the first 100 words are looked at.
bool in_the_same_words(std::string_view a, std::string_view b, std::size_t least);

}  // namespace hearsay
