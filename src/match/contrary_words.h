// Words by which two claims contradict each other (data/contrary_words.txt).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {

using WordPair = std::pair<std::string, std::string>;

// Const after loading, shared by all threads.
class ContraryWords {
 public:
  // Throws std::runtime_error "FILE:LINE: ..." where the list cannot be read.
  ContraryWords();

  // "dead" and "alive", in either order, as they stand in texts, in small letters.
  bool are_contrary(const WordPair& words) const { return pairs_.contains(words); }

  // A verb, by its base form, for what the second cannot have done to the first too: "beat".
  bool is_one_way(std::string_view lemma) const { return one_way_.contains(lemma); }

 private:
  std::set<WordPair> pairs_;
  std::set<std::string, std::less<>> one_way_;
};

// The one table, read at the first call.
const ContraryWords& contrary_words();

}  // namespace hearsay
