// Names are looked up folded and without "the". Where two lines have a name, the upper line's country has it.
#include "identify/countries.h"

#include "base/folding.h"

#include <stdexcept>

namespace hearsay {

namespace {

std::string without_article(std::string folded) {
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

}  // namespace

Countries::Countries(std::string_view list, std::string_view file) {
  // A country's names go before its capital's, whatever the order of the sections.
  std::vector<std::pair<std::string, CountryRole>> capitals_and_seats;
  const auto add = [&](const ListLine& line, std::string what) {
    for (const std::string_view word : line.words)
      capitals_and_seats.emplace_back(word, CountryRole{known(line.needed_key()), false, true, what});
  };
  read_list(list, file, {"countries", "capitals", "seats", "own", "governments"}, [&](const ListLine& line) {
    const std::string country(line.key);
    if (line.section == "countries") {
      add_country(line);
    } else if (line.section == "capitals") {
      add(line, "the capital of " + country);
    } else if (line.section == "seats") {
      add(line, "a seat of the government of " + country);
    } else if (line.section == "own") {
      const std::size_t number = known(line.needed_key());
      for (const std::string_view word : line.words) owners_.emplace(fold(word), std::pair(number, country));
    } else {
      for (const std::string_view word : line.words) governments_.emplace_back(word);
    }
  });
  for (auto& [name, role] : capitals_and_seats) add_role(name, std::move(role));
}

std::optional<CountryRole> Countries::role_of(const std::string& name) const {
  const std::string folded = without_article(fold(name));
  if (const auto found = roles_.find(folded); found != roles_.end()) return found->second;
  return government(folded);
}

void Countries::add_role(std::string_view name, CountryRole role) {
  role.sure = name.back() != '?';
  roles_.emplace(without_article(fold(name)), std::move(role));
}

// "Bosnia and Herzegovina = Bosnia", or a name alone: each line is a country.
void Countries::add_country(const ListLine& line) {
  std::vector<std::string_view> names = line.words;
  if (!line.key.empty()) {
    names.insert(names.begin(), line.key);
  } else if (names.size() > 1) {
    throw std::invalid_argument("more than one country");
  }
  std::string name(names.front());
  if (name.back() == '?') name.pop_back();
  const std::size_t number = numbers_.size();
  if (!numbers_.emplace(name, number).second) throw std::invalid_argument("the country is named twice");
  for (const std::string_view one : names) {
    add_role(one, {number, true, true, {}});
    owners_.emplace(without_article(fold(one)), std::pair(number, name));
  }
}

std::size_t Countries::known(std::string_view country) const {
  const auto found = numbers_.find(country);
  if (found == numbers_.end()) throw std::invalid_argument("no country above has this name");
  return found->second;
}

// "Kazakh government", "government of Kazakhstan".
std::optional<CountryRole> Countries::government(const std::string& folded) const {
  for (const std::string& word : governments_) {
    const std::string after = ' ' + word;
    const std::string before = word + " of ";
    std::string owner;
    if (folded.ends_with(after)) owner = folded.substr(0, folded.size() - after.size());
    if (folded.starts_with(before)) owner = without_article(folded.substr(before.size()));
    const auto found = owners_.find(owner);
    if (!owner.empty() && found != owners_.end())
      return CountryRole{found->second.first, false, true, "the government of " + found->second.second};
  }
  return std::nullopt;
}

}  // namespace hearsay
