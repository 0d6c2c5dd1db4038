#include "identify/place_phrases.h"

namespace hearsay {

const WordSorts& place_phrases() {
  static const WordSorts words("data/place_phrases.txt", {"rest", "near", "sorts of place", "part"});
  return words;
}

}  // namespace hearsay
