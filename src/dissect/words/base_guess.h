// The base form of a word that the lexicon does not know.
#pragma once

#include "dissect/words/dissection.h"
#include "dissect/words/lexicon.h"

#include <string>
#include <string_view>

namespace hearsay {

// From the known word that a long one ends in ("airstrikes" as "strikes"); else `learned`, what a treebank's endings
// give, where the word can be a form of it; else the likeliest base form of which it can be one. So the result is spelt
// as a base form is: never "vot" for "voted" or "casualtie" for "casualties". The word is in small letters. Other tags
// than NOUN, VERB, ADJ and ADV, and words with other characters than letters from a to z and hyphens, get `learned`.
std::string guess_base(std::string_view word, Tag tag, std::string_view learned, const Lexicon& lexicon);

// The base form of a noun that stands without a tree, by the lexicon that ships or else by its spelling.
std::string base_of_noun(std::string_view word);

}  // namespace hearsay
