#include "extract/references/role_synonyms.h"

#include "base/word_lists.h"

namespace hearsay {

RoleSynonyms::RoleSynonyms() {
  read_list("data/role_synonyms.txt", {""}, [this](const ListLine& line) {
    words_of_[std::string(line.needed_key())].insert(line.words.begin(), line.words.end());
  });
}

bool RoleSynonyms::fits(std::string_view role, std::string_view word) const {
  if (role == word) return true;
  const auto found = words_of_.find(role);
  return found != words_of_.end() && found->second.contains(word);
}

}  // namespace hearsay
