// What "he", "the agency", "the spokesman" and "the pair" stand for in an article.
#pragma once

#include "dissect/dissection.h"
#include "extract/names.h"
#include "extract/names_gazetteer.h"
#include "extract/names_lists.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hearsay {

// data/role_synonyms.txt: by which other words of a title, role or name a role can be recognised.
class RoleSynonyms {
 public:
  // Reads the list from the resources. Throws std::runtime_error when it is missing or broken.
  RoleSynonyms();
  // May `role` ("airline") stand for what has this word ("airways")? Both in small letters; a role fits itself.
  bool fits(std::string_view role, std::string_view word) const;

 private:
  std::unordered_map<std::string, std::unordered_set<std::string>> words_of_;
};

// The references of an article with its names already grouped, in text order. Rules over names, role phrases, sex,
// number, recency and what is a subject (after Lappin and Leass 1994 and the sieves of Lee et al. 2013); where two
// readings are about as good, no reference is given. Linear in the text's length.
std::vector<Reference> find_references(std::string_view text, const Dissection& dissection, const Names& names,
                                       const NameLists& lists, const Gazetteer& gazetteer,
                                       const RoleSynonyms& synonyms);

}  // namespace hearsay
