// Words by which someone says, confirms or denies something (data/attribution_cues.txt).
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace hearsay {

// Const after loading, shared by all threads.
class ReportingWords {
 public:
  ReportingWords();

  // Is the base form listed under any sort of attributing?
  bool contains(std::string_view lemma) const { return words_.contains(lemma); }

 private:
  std::set<std::string, std::less<>> words_;
};

}  // namespace hearsay
