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

  // Take a base form. A cue is a word of any sort of data/attribution_cues.txt but seeming: of saying, wanting,
  // judging, feeling.
  bool contains(std::string_view lemma) const { return words_.contains(lemma); }
  bool is_cue(std::string_view lemma) const { return words_.contains(lemma) || cues_.contains(lemma); }

 private:
  std::set<std::string, std::less<>> words_;
  std::set<std::string, std::less<>> cues_;
};

}  // namespace hearsay
