// Verbs by which someone makes a statement of a thing: "confirmed their capture" (data/telling_words.txt).
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace hearsay {

// Const after loading, shared by all threads.
class ReportingWords {
 public:
  ReportingWords();

  // Takes a base form.
  bool contains(std::string_view lemma) const { return words_.contains(lemma); }

 private:
  std::set<std::string, std::less<>> words_;
};

}  // namespace hearsay
