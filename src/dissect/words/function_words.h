// Function words by what they do (data/function_words.txt): a word is looked up once, and its sorts are the bits of
// one number.
#pragma once

#include "base/word_lists.h"

namespace hearsay {

struct FunctionWord {
  // As the sections of the list.
  enum : WordSorts::Sorts {
    he = 1U << 0,
    she = 1U << 1,
    it = 1U << 2,
    they = 1U << 3,
    object = 1U << 4,
    owner = 1U << 5,
    definite = 1U << 6,
    article = 1U << 7,
    determiner = 1U << 8,  // others than those above
    relative = 1U << 9,
    of_role = 1U << 10,
    beside_role = 1U << 11,
    will = 1U << 12,
    would = 1U << 13,
    can = 1U << 14,
    can_before_not = 1U << 15,
    may = 1U << 16,
    should = 1U << 17,
    must = 1U << 18,
    negation = 1U << 19,
    never = 1U << 20,
    hardly = 1U << 21,
    no = 1U << 22,
    few = 1U << 23,
    neither = 1U << 24,
    without = 1U << 25,
    nobody = 1U << 26,
    first_clause = 1U << 27,
    supposition = 1U << 28,
    tie = 1U << 29,
    first = 1U << 30,
    of_first = 1U << 31,
    second = 1ULL << 32,
    asking = 1ULL << 33,
    condition = 1ULL << 34,
    whether = 1ULL << 35,
    comparative = 1ULL << 36,
    topic = 1ULL << 37,
    not_all = 1ULL << 38,
    round_number = 1ULL << 39,
    until = 1ULL << 40,
    light = 1ULL << 41,
  };
};

// Words in small letters; read at the first call, const and shared afterwards. Throws as WordSorts does.
const WordSorts& function_words();

}  // namespace hearsay
