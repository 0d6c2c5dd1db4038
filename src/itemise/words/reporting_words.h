// Verbs by which someone makes a statement about a thing: "confirmed their capture" (data/saying_words.txt).
#pragma once

#include "dissect/words/saying_words.h"

#include <string_view>

namespace hearsay {

// Views of the one table of saying words.
class ReportingWords {
 public:
  // Take a base form. A cue is a word of any sort that carries an attribution, of saying, wanting, judging, feeling;
  // but what something "seems" or "appears" to be, nobody says.
  bool contains(std::string_view lemma) const { return (words_.of(lemma) & SayingSort::statement) != 0; }
  bool is_cue(std::string_view lemma) const {
    constexpr SayingSorts cues = (SayingSort::cue & ~SayingSort::seem) | SayingSort::statement;
    return (words_.of(lemma) & cues) != 0;
  }

 private:
  const SayingWords& words_ = saying_words();
};

}  // namespace hearsay
