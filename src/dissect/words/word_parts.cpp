#include "dissect/words/word_parts.h"

#include "base/word_lists.h"

#include <stdexcept>
#include <string>

namespace hearsay {

namespace {

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

TextSet read_set(std::string_view name) {
  TextSet words;
  read_list(name, {""}, [&](const ListLine& line) { words.insert(line.words.begin(), line.words.end()); });
  return words;
}

}  // namespace

WordParts::WordParts()
    : prefixes_(read_set("data/joined_prefixes.txt")),
      units_(read_set("data/units_on_numbers.txt")),
      sentence_words_("data/sentence_words.txt", {"begins", "surely begins", "goes on"}) {
  read_list("data/abbreviations.txt", {"title", "inner", "end"}, [this](const ListLine& line) {
    for (const std::string_view word : line.words) abbreviations_.emplace(word, static_cast<Abbreviation>(line.sort));
  });
  read_list("data/clitics.txt", {"endings", "words"}, [this](const ListLine& line) {
    for (const std::string_view word : line.words) {
      const std::size_t bar = word.find('|');
      if (line.section == "endings") {
        clitics_.emplace(word);
      } else if (bar != std::string_view::npos) {
        split_words_.emplace(std::string(word.substr(0, bar)) + std::string(word.substr(bar + 1)), bar);
      } else {
        throw std::invalid_argument("no \"|\" where the word comes apart");
      }
    }
  });
}

std::optional<Abbreviation> WordParts::abbreviation(std::string_view word) const {
  const auto found = abbreviations_.find(word);
  if (found == abbreviations_.end()) return std::nullopt;
  return found->second;
}

std::size_t WordParts::first_part_bytes(std::string_view word) const {
  if (word.size() < 2 || word.size() > 10) return 0;
  const auto found = split_words_.find(lower_ascii(word));
  return found == split_words_.end() ? 0 : found->second;
}

std::size_t WordParts::clitic_bytes(std::string_view word) const {
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
