// Words for sources without a name (data/source_words.txt).
#pragma once

#include "base/word_lists.h"

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Const after loading, shared by all threads.
class SourceWords {
 public:
  // Throws std::runtime_error "FILE:LINE: ..." where the list cannot be read.
  SourceWords();

  // Take a base form in small letters.
  bool is_firm(std::string_view lemma) const { return words_.has(lemma, firm); }
  bool is_person(std::string_view lemma) const;  // and holds no office
  bool is_body(std::string_view word) const { return words_.has(word, body); }
  bool speaks_for(std::string_view word) const { return words_.has(word, spokesman); }

  // Take a folded phrase; its last word decides.
  bool is_evidence(std::string_view phrase) const { return words_.has(last_word(phrase), evidence); }
  bool is_document(std::string_view phrase) const { return words_.has(last_word(phrase), document); }

 private:
  // As the sections are given to WordSorts.
  enum Sort : WordSorts::Sorts {
    firm = 1,
    person = 2,
    officer = 4,
    evidence = 8,
    body = 16,
    spokesman = 32,
    document = 64
  };

  static std::string_view last_word(std::string_view phrase) { return phrase.substr(phrase.rfind(' ') + 1); }

  WordSorts words_;
  std::vector<std::string> endings_;
};

// The one table, read at the first call.
const SourceWords& source_words();

}  // namespace hearsay
