// How a claim is held: asserted, confirmed, denied, estimated, hedged, declined.
#pragma once

#include "dissect/words/dissection.h"
#include "itemise/propositions/claim.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The rules of data/stances.txt. Const after loading, shared by all threads.
class StanceRules {
 public:
  // Throws std::runtime_error naming the line of a rule that is broken.
  StanceRules();

  // From the lemmas of the cue's words (empty: no cue) and the claim's own words. No rule: asserts.
  Stance of(std::span<const Token> cue, std::string_view claim) const;

  // Does a claim say by its words that a thing is not known or was not told?
  bool leave_open(std::string_view claim) const;

 private:
  struct Rule {
    Stance stance;
    bool in_cue;
    std::vector<std::string> phrases;  // each between blanks, as " neither confirmed nor denied "
  };
  std::vector<Rule> rules_;
  std::vector<std::string> open_;  // as Rule::phrases
};

}  // namespace hearsay
