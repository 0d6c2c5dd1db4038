// Reads the word lists under data/. A list is lines of words; '#' begins a comment.
#include "dissect/word_lists.h"

#include "base/resources.h"

#include <stdexcept>
#include <utility>
#include <vector>

namespace hearsay {

namespace {

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// The first and the second word of each line that is no comment.
std::vector<std::pair<std::string_view, std::string_view>> read_lines(std::string_view name) {
  std::vector<std::pair<std::string_view, std::string_view>> lines;
  std::string_view rest = resource(name);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t blank = line.find(' ');
    lines.emplace_back(line.substr(0, blank),
                       blank == std::string_view::npos ? std::string_view{} : line.substr(blank + 1));
  }
  return lines;
}

[[noreturn]] void refuse(std::string_view file, std::string_view first, std::string_view second) {
  throw std::runtime_error(std::string(file) + ": cannot understand the line '" + std::string(first) + " " +
                           std::string(second) + "'");
}

Abbreviation kind_of(std::string_view word, std::string_view kind) {
  if (kind == "title") return Abbreviation::title;
  if (kind == "inner") return Abbreviation::inner;
  if (kind == "end") return Abbreviation::end;
  refuse("data/abbreviations.txt", word, kind);
}

TextSet read_set(std::string_view name) {
  TextSet words;
  for (const auto& [word, rest] : read_lines(name)) words.emplace(word);
  return words;
}

}  // namespace

WordLists::WordLists()
    : prefixes_(read_set("data/joined_prefixes.txt")), units_(read_set("data/units_on_numbers.txt")) {
  for (const auto& [word, kind] : read_lines("data/abbreviations.txt"))
    abbreviations_.emplace(word, kind_of(word, kind));
  for (const auto& [kind, word] : read_lines("data/clitics.txt")) {
    const std::size_t bar = word.find('|');
    if (kind == "suffix" && !word.empty()) {
      clitics_.emplace(word);
    } else if (kind == "word" && bar != std::string_view::npos) {
      split_words_.emplace(std::string(word.substr(0, bar)) + std::string(word.substr(bar + 1)), bar);
    } else {
      refuse("data/clitics.txt", kind, word);
    }
  }
}

std::optional<Abbreviation> WordLists::abbreviation(std::string_view word) const {
  const auto found = abbreviations_.find(word);
  if (found == abbreviations_.end()) return std::nullopt;
  return found->second;
}

std::size_t WordLists::first_part_bytes(std::string_view word) const {
  if (word.size() < 2 || word.size() > 10) return 0;
  const auto found = split_words_.find(lower_ascii(word));
  return found == split_words_.end() ? 0 : found->second;
}

std::size_t WordLists::clitic_bytes(std::string_view word) const {
  constexpr std::string_view curly = "\u2019";
  // The apostrophe stands at most two letters before the end; in "n't" a letter stands before it too.
  for (std::size_t back = 2; back <= 3 && back < word.size(); ++back) {
    const bool plain = word[word.size() - back] == '\'' || word[word.size() - back] == '`';
    const bool bent = back + 2 < word.size() && word.substr(word.size() - back - 2, 3) == curly;
    if (!plain && !bent) continue;
    const std::size_t mark_bytes = bent ? 3 : 1;
    const std::size_t mark = word.size() - back - (mark_bytes - 1);
    const std::string letters = lower_ascii(word.substr(mark + mark_bytes));
    if (mark >= 2 && clitics_.contains(lower_ascii(word.substr(mark - 1, 1)) + "'" + letters))
      return word.size() - mark + 1;
    if (mark >= 1 && clitics_.contains("'" + letters)) return word.size() - mark;
  }
  return 0;
}

}  // namespace hearsay
