// The news agencies (data/agencies.txt).
#pragma once

#include <set>
#include <string>

namespace hearsay {

// News agencies by their folded names (data/agencies.txt): they gather what others know. Const after loading.
class Agencies {
 public:
  Agencies();
  bool contains(const std::string& folded) const { return names_.contains(folded); }

 private:
  std::set<std::string> names_;
};

}  // namespace hearsay
