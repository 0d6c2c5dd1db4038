// Words for sources without a name (data/source_words.txt).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Const after loading, shared by all threads.
class SourceWords {
 public:
  // Throws std::runtime_error naming a sort that the file does not explain.
  SourceWords();

  // Take a base form in small letters.
  bool is_firm(std::string_view lemma) const { return firms_.contains(lemma); }
  bool is_person(std::string_view lemma) const;  // and holds no office
  bool is_body(std::string_view word) const { return bodies_.contains(word); }
  bool speaks_for(std::string_view word) const { return spokesmen_.contains(word); }

  // Take a folded phrase; its last word decides.
  bool is_evidence(std::string_view phrase) const { return evidence_.contains(last_word(phrase)); }
  bool is_document(std::string_view phrase) const { return documents_.contains(last_word(phrase)); }

 private:
  using Words = std::set<std::string, std::less<>>;
  Words* sort_named(std::string_view name);
  static std::string_view last_word(std::string_view phrase) { return phrase.substr(phrase.rfind(' ') + 1); }

  Words firms_;
  Words persons_;
  Words endings_;
  Words officers_;
  Words evidence_;
  Words bodies_;
  Words spokesmen_;
  Words documents_;
};

// The one table, read at the first call.
const SourceWords& source_words();

}  // namespace hearsay
