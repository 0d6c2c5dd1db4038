// Names are looked up folded and without "the". Where two lines have a name, the upper one's country has it.
#include "identify/countries.h"

#include "base/folding.h"
#include "base/lines.h"

#include <array>
#include <stdexcept>
#include <vector>

namespace hearsay {

namespace {

std::string without_article(std::string folded) {
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

std::vector<std::string> words_in(std::string_view column) {
  std::vector<std::string> words;
  while (!column.empty()) {
    std::string_view word = next_piece(column, ',');
    while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
    while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace

Countries::Countries(std::string_view lines, std::string_view file) {
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::string_view line = next_line(lines);
    if (line.empty() || line.front() == '#') continue;
    try {
      read(line, number);
    } catch (const std::invalid_argument& wrong) {
      throw std::runtime_error(std::string(file) + ", line " + std::to_string(number) + ": " + wrong.what());
    }
  }
}

std::optional<CountryRole> Countries::role_of(const std::string& name) const {
  const std::string folded = without_article(fold(name));
  if (const auto found = roles_.find(folded); found != roles_.end()) return found->second;
  return government(folded);
}

void Countries::read(std::string_view line, std::size_t number) {
  std::array<std::vector<std::string>, 4> columns;
  std::size_t column = 0;
  for (std::size_t at = 0; at <= line.size(); ++column) {
    const std::size_t bar = std::min(line.find('|', at), line.size());
    if (column == columns.size()) break;
    columns[column] = words_in(line.substr(at, bar - at));
    at = bar + 1;
  }
  if (column != columns.size() || columns[0].empty()) throw std::invalid_argument("not four columns");
  std::string name = columns[0].front();
  if (name.back() == '?') name.pop_back();
  const auto add = [&](const std::string& word, bool is_country, const std::string& what) {
    const bool sure = word.back() != '?';
    roles_.emplace(without_article(fold(word)), CountryRole{number, is_country, sure, what});
  };
  for (const std::string& word : columns[0]) add(word, true, {});
  for (const std::string& word : columns[1]) add(word, false, "the capital of " + name);
  for (const std::string& word : columns[2]) add(word, false, "a seat of the government of " + name);
  for (const std::string& word : columns[0]) owners_.emplace(without_article(fold(word)), std::pair(number, name));
  for (const std::string& word : columns[3]) owners_.emplace(fold(word), std::pair(number, name));
}

// "Kazakh government", "government of Kazakhstan".
std::optional<CountryRole> Countries::government(const std::string& folded) const {
  for (const std::string_view word : {"government", "authorities", "administration"}) {
    const std::string after = ' ' + std::string(word);
    const std::string before = std::string(word) + " of ";
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
