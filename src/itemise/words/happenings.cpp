#include "itemise/words/happenings.h"

#include "base/word_lists.h"

namespace hearsay {

Happenings::Happenings() {
  std::uint16_t happening = 0;
  read_list("data/happenings.txt", {""}, [&](const ListLine& line) {
    if (line.needed_key().front() == '~') changes_.insert(happening);
    for (const std::string_view word : line.words) told_by_[std::string(word)].push_back(happening);
    ++happening;
  });
}

const std::vector<std::uint16_t>& Happenings::told_by(const std::string& lemma) const {
  static const std::vector<std::uint16_t> none;
  const auto found = told_by_.find(lemma);
  return found == told_by_.end() ? none : found->second;
}

}  // namespace hearsay
