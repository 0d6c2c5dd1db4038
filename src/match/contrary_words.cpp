#include "match/contrary_words.h"

#include "base/word_lists.h"

namespace hearsay {

ContraryWords::ContraryWords() {
  read_list("data/contrary_words.txt", {"", "one way"}, [&](const ListLine& line) {
    if (!line.section.empty()) {
      one_way_.insert(line.words.begin(), line.words.end());
      return;
    }
    const std::string key(line.needed_key());
    for (const std::string_view word : line.words) {
      pairs_.emplace(key, word);
      pairs_.emplace(word, key);
    }
  });
}

const ContraryWords& contrary_words() {
  static const ContraryWords words;
  return words;
}

}  // namespace hearsay
