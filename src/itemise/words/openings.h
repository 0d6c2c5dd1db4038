// Whether words can be read alone, as far as their beginning tells.
#pragma once

#include <string_view>

namespace hearsay {

// Does a text begin with a word that depends on the context: a relative pronoun, a conjunction, a bare pronoun,
// "there", "to" (data/dependent_openings.txt)? Quotation marks and brackets before the word do not count. False for a
// text without words. The list is read at the first call, which throws std::runtime_error where it is missing.
bool opens_dependent(std::string_view text);

}  // namespace hearsay
