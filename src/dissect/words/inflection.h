// How English words are inflected by their spelling: "try, tries, tried, trying"; "stop, stopped"; "hero, heroes".
#pragma once

#include "dissect/words/dissection.h"

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct Inflected {
  std::string form;
  // Not the usual spelling for such a word, but a possible one ("stomachs", "kidnapped"): it counts only when no other
  // word has the form.
  bool doubtful = false;
};

// The regular forms of a base form in small letters, without itself: plurals of a NOUN; "-s", "-ed" and "-ing" of a
// VERB; "-er" and "-est" of an ADJ or ADV that is short enough. None for other tags and for words of one letter.
std::vector<Inflected> inflect(std::string_view base, Tag tag);

}  // namespace hearsay
