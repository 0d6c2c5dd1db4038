#include "itemise/speakers/source_words.h"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::size_t shortest_with_an_ending = 6;

}  // namespace

SourceWords::SourceWords()
    : words_("data/source_words.txt", {"firm", "person", "officer", "evidence", "body", "for", "document", "ending"}) {
  read_list("data/source_words.txt", {}, [this](const ListLine& line) {
    if (line.section == "ending") endings_.insert(endings_.end(), line.words.begin(), line.words.end());
  });
}

bool SourceWords::is_person(std::string_view lemma) const {
  if (words_.has(lemma, officer)) return false;
  if (words_.has(lemma, person)) return true;
  return lemma.size() >= shortest_with_an_ending &&
         std::any_of(endings_.begin(), endings_.end(), [&](const auto& ending) { return lemma.ends_with(ending); });
}

const SourceWords& source_words() {
  static const SourceWords words;
  return words;
}

}  // namespace hearsay
