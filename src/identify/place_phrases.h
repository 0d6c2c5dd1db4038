// The words that relate a place to an act or to another place (data/place_phrases.txt).
#pragma once

#include "base/word_lists.h"

namespace hearsay {

struct PlacePhrase {
  // As the sections of the list.
  enum : WordSorts::Sorts { rest = 1, near = 2, sort_of_place = 4, part = 8 };
};

// Words in small letters; read at the first call, const and shared afterwards. Throws as WordSorts does.
const WordSorts& place_phrases();

}  // namespace hearsay
