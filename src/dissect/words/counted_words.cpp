#include "dissect/words/counted_words.h"

namespace hearsay {

const WordSorts& counted_words() {
  static const WordSorts words("data/counted_words.txt",
                               {"count", "people", "plural", "between part and whole", "behind a part"});
  return words;
}

}  // namespace hearsay
