#include "extract/references/reference_words.h"

namespace hearsay {

const WordSorts& reference_words() {
  static const WordSorts words("data/reference_words.txt", {"impersonal", "plural bodies", "two", "three",
                                                            "beside a role", "is", "before a name", "country", "town"});
  return words;
}

}  // namespace hearsay
