// What stands under or around all texts of a firm or a site: "About Orlen Gravel: ...", the wall that asks for consent.
#pragma once

#include "group/held/words.h"

#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// The parts of a text that are such passages by data/standing_passages.txt, in order, not overlapping. `words` are
// fold_words of the text. Throws std::runtime_error where the list is missing.
std::vector<Span> find_standing_passages(std::string_view text, std::span<const Word> words);

// Takes the words of such passages out.
void leave_out_standing(std::string_view text, std::vector<Word>& words);

}  // namespace hearsay
