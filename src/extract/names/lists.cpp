#include "extract/names/lists.h"

#include "extract/names/gazetteer.h"

namespace hearsay {

namespace {

std::uint64_t hash_of(std::string_view word) {
  NameHash hash;
  hash.add(word);
  return hash.value();
}

}  // namespace

NameLists::NameLists() {
  read("data/titles.txt", {"man", "woman", "any"}, {title | title_of_men, title | title_of_women, title});
  read("data/roles.txt", {"person", "man", "woman", "people", "men", "women", "organization", "place"},
       {person_role, person_role | role_of_men, person_role | role_of_women, people_role, people_role | role_of_men,
        people_role | role_of_women, organization_role, place_role});
  read("data/organization_words.txt", {""}, {organization_word});
  read("data/place_words.txt", {""}, {place_word});
  read("data/joining_words.txt", {""}, {joining_word});
}

void NameLists::read(std::string_view resource_name, const Sections& sections, const std::vector<int>& facts) {
  read_list(resource_name, sections, [&](const ListLine& line) {
    for (const std::string_view word : line.words)
      facts_[hash_of(word)] |= static_cast<std::uint16_t>(facts[line.sort]);
  });
}

std::uint16_t NameLists::facts(std::uint64_t name_hash) const {
  const auto found = facts_.find(name_hash);
  return found == facts_.end() ? std::uint16_t{0} : found->second;
}

std::uint16_t NameLists::facts_of(std::string_view word) const { return facts(hash_of(word)); }

const NameLists& name_lists() {
  static const NameLists lists;
  return lists;
}

}  // namespace hearsay
