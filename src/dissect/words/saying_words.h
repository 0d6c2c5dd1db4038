// The words by which a text says who says, thinks or wants something (data/saying_words.txt): each stage asks for the
// sorts it needs.
#pragma once

#include "base/text_set.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

using SayingSorts = std::uint32_t;

// What the sorts mean is told at the top of data/saying_words.txt.
struct SayingSort {
  enum : SayingSorts {
    say = 1U << 0,
    tell = 1U << 1,
    claim = 1U << 2,
    concede = 1U << 3,
    deny = 1U << 4,
    silence = 1U << 5,
    answer = 1U << 6,
    request = 1U << 7,
    ask = 1U << 8,
    urge = 1U << 9,
    promise = 1U << 10,
    judge = 1U << 11,
    believe = 1U << 12,
    feel = 1U << 13,
    show = 1U << 14,
    seem = 1U << 15,
    noun = 1U << 16,
    mind = 1U << 17,
    hearsay = 1U << 18,
    // What carries an attribution. The bits above are features of models/attributions.bin: to change their order is to
    // train it again.
    cue = (1U << 19) - 1,

    statement = 1U << 19,
    speaks = 1U << 20,
    denies = 1U << 21,
    confirms = 1U << 22,
    hedges = 1U << 23,
    estimates = 1U << 24,
    declines = 1U << 25,
    withholds = 1U << 26,
    proof = 1U << 27,
    lays = 1U << 28,
  };
};

// Const after loading.
class SayingWords {
 public:
  // Reads the list from the resources. Throws std::runtime_error "FILE:LINE: ..." where it cannot be read.
  SayingWords();

  // Of a dictionary form; 0 for a word that is not on the list.
  SayingSorts of(std::string_view lemma) const;

  // The words of any of these sorts, in alphabetical order.
  std::vector<std::string> of_sorts(SayingSorts sorts) const;

 private:
  TextMap<SayingSorts> sorts_;
};

// The one table, read at the first call.
const SayingWords& saying_words();

}  // namespace hearsay
