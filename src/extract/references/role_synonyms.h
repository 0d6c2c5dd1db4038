// By which other words of a title, role or name a role can be recognised (data/role_synonyms.txt).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace hearsay {

// Const after loading.
class RoleSynonyms {
 public:
  // Reads the list from the resources. Throws std::runtime_error when it is missing or broken.
  RoleSynonyms();
  // May `role` ("airline") stand for what has this word ("airways")? Both in small letters; a role fits itself.
  bool fits(std::string_view role, std::string_view word) const;

 private:
  std::unordered_map<std::string, std::unordered_set<std::string>> words_of_;
};

}  // namespace hearsay
