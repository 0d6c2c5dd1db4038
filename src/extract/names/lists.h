// The short word lists that finding names and references stands on (data/titles.txt and its like).
#pragma once

#include "base/word_lists.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

// What the lists know of a word; a word can be several of these ("general": a title and a role).
enum WordFact : std::uint16_t {
  title = 1,
  title_of_men = 2,
  title_of_women = 4,
  person_role = 8,
  organization_role = 16,
  place_role = 32,
  people_role = 64,
  role_of_men = 128,
  role_of_women = 256,
  organization_word = 512,
  place_word = 1024,
  joining_word = 2048,  // may stand inside a name in small letters: "of", "and", "de", "bin"
};

class NameLists {
 public:
  // Reads the lists from the resources. Throws std::runtime_error when one is missing or broken.
  NameLists();

  // The facts of a word by its NameHash (gazetteer.h); 0 when no list has it.
  std::uint16_t facts(std::uint64_t name_hash) const;
  std::uint16_t facts_of(std::string_view word) const;

 private:
  // `facts` of the words of each section.
  void read(std::string_view resource_name, const Sections& sections, const std::vector<int>& facts);

  std::unordered_map<std::uint64_t, std::uint16_t> facts_;
};

// The program's, read at the first call, which throws std::runtime_error as the constructor does.
const NameLists& name_lists();

}  // namespace hearsay
