// Words for what is counted (data/counted_words.txt).
#pragma once

#include "base/word_lists.h"

namespace hearsay {

struct CountedWord {
  // As the sections of the list.
  enum : WordSorts::Sorts { count = 1, people = 2, plural = 4, between_part_and_whole = 8, behind_a_part = 16 };
};

// Words in small letters; read at the first call, const and shared afterwards. Throws as WordSorts does.
const WordSorts& counted_words();

}  // namespace hearsay
