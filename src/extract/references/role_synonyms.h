// By which other words of a title, role or name a role can be recognised (data/role_synonyms.txt).
#pragma once

#include "base/text_set.h"

#include <string_view>

namespace hearsay {

// Const after loading.
class RoleSynonyms {
 public:
  // Reads the list from the resources. Throws std::runtime_error when it is missing or broken.
  RoleSynonyms();
  // May `role` ("airline") stand for what has this word ("airways")? Both in small letters; a role fits itself.
  bool fits(std::string_view role, std::string_view word) const;

 private:
  TextMap<TextSet> words_of_;
};

}  // namespace hearsay
