// A list is a text file: a word a line, in small letters, with what more is known of it after tabs; "#" begins a
// remark.
#include "extract/names/lists.h"

#include "base/resources.h"
#include "extract/names/gazetteer.h"

#include <stdexcept>
#include <string>

namespace hearsay {

namespace {

std::uint64_t hash_of(std::string_view word) {
  NameHash hash;
  hash.add(word);
  return hash.value();
}

// Cuts the text up to the divider off the front.
std::string_view take(std::string_view& text, char divider) {
  const std::size_t end = text.find(divider);
  const std::string_view front = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return front;
}

std::uint16_t fact_of_role(std::string_view kind) {
  if (kind == "person") return person_role;
  if (kind == "organization") return organization_role;
  if (kind == "place") return place_role;
  if (kind == "people") return people_role;
  throw std::invalid_argument("'" + std::string(kind) + "' is not person, organization, place or people");
}

std::uint16_t fact_of_sex(std::string_view sex, std::uint16_t men, std::uint16_t women) {
  if (sex == "man") return men;
  if (sex == "woman") return women;
  if (sex == "any" || sex.empty()) return 0;
  throw std::invalid_argument("'" + std::string(sex) + "' is not man, woman or any");
}

}  // namespace

NameLists::NameLists() {
  read("data/titles.txt", title);
  read("data/roles.txt", 0);
  read("data/organization_words.txt", organization_word);
  read("data/place_words.txt", place_word);
  read("data/joining_words.txt", joining_word);
}

void NameLists::read(std::string_view resource_name, std::uint16_t fact) {
  std::string_view text = resource(resource_name);
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = take(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    try {
      read_line(line, fact);
    } catch (const std::invalid_argument& wrong) {
      throw std::runtime_error(std::string(resource_name) + ":" + std::to_string(number) + ": " + wrong.what());
    }
  }
}

void NameLists::read_line(std::string_view line, std::uint16_t fact) {
  const std::string_view word = take(line, '\t');
  const std::uint64_t hash = hash_of(word);
  if (fact == title) {
    facts_[hash] |= title | fact_of_sex(line, title_of_men, title_of_women);
  } else if (fact == 0) {
    const std::uint16_t role = fact_of_role(take(line, '\t'));
    facts_[hash] |= role | fact_of_sex(line, role_of_men, role_of_women);
  } else {
    facts_[hash] |= fact;
  }
}

std::uint16_t NameLists::facts(std::uint64_t name_hash) const {
  const auto found = facts_.find(name_hash);
  return found == facts_.end() ? std::uint16_t{0} : found->second;
}

std::uint16_t NameLists::facts_of(std::string_view word) const { return facts(hash_of(word)); }

}  // namespace hearsay
