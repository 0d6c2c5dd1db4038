// How names are shortened: legal forms dropped, initials taken, letters run together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Is a folded word a company's legal form ("ltd", "holdings")?
bool is_legal_form(std::string_view folded_word);

// The words of a name, folded, without full stops at their ends, articles before and possessives behind. Of a name of
// more than 400 bytes the first ones.
std::vector<std::string> words_of_name(std::string_view name);

// The words [from, to) with blanks between.
std::string joined_words(const std::vector<std::string>& words, std::size_t from, std::size_t to);

// "fiy" for "Federal Institute of Y"; with `all`, small words count too: "foiy".
std::string initials_of(std::string_view name, bool all);

// The letters of "F.I.Y." or "FIY" in small letters; empty for what is no abbreviation.
std::string abbreviation_letters(std::string_view word);

// Do the small letters stand in the name in this order, and begin it: "interpol", "cirnac", "fideagro"? False for none.
bool shortens(std::string_view letters, std::string_view name);

}  // namespace hearsay
