// Words that decide what a pronoun or a role may stand for (data/reference_words.txt).
#pragma once

#include "base/word_lists.h"

namespace hearsay {

struct ReferenceWord {
  // As the sections of the list.
  enum : WordSorts::Sorts {
    impersonal = 1U << 0,
    plural_body = 1U << 1,
    two = 1U << 2,
    three = 1U << 3,
    beside_role = 1U << 4,
    is = 1U << 5,
    before_name = 1U << 6,
    country = 1U << 7,
    town = 1U << 8,
  };
};

// Words in small letters; read at the first call. Throws as WordSorts does.
const WordSorts& reference_words();

}  // namespace hearsay
