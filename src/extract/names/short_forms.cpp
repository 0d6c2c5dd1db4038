// Letters are compared folded. Whether two names that fit are one is not decided here.
#include "extract/names/short_forms.h"

#include "base/word_lists.h"
#include "dissect/words/letters.h"
#include "extract/names/gazetteer.h"

#include <algorithm>

namespace hearsay {

bool is_legal_form(std::string_view folded_word) {
  // "Group" and "Holdings" fall away as "Ltd" does.
  constexpr WordSorts::Sorts dropped = 0b11;
  static const WordSorts words("data/name_words.txt",
                               {"legal forms", "group words", "leading legal forms", "long legal forms", "light words",
                                "place words", "same words", "capital words", "words of descent"});
  std::string plain(folded_word);
  std::erase(plain, '.');  // "s.p.a"
  return words.has(plain, dropped);
}

std::vector<std::string> words_of_name(std::string_view name) {
  const std::string small = folded(name.substr(0, 400));
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < small.size();) {
    const std::size_t end = std::min(small.find_first_of(" \t\n\r,", begin), small.size());
    std::string word = small.substr(begin, end - begin);
    while (word.ends_with('.')) word.pop_back();
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    if (!word.empty() && word != "-" && word != "jr" && !(words.empty() && word == "the")) words.push_back(word);
    begin = end + 1;
  }
  return words;
}

std::string joined_words(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string all;
  for (std::size_t i = from; i < to; ++i) all += (i == from ? "" : " ") + words[i];
  return all;
}

std::string initials_of(std::string_view name, bool all) {
  std::string letters;
  bool at_start = true;
  for (std::size_t byte = 0; byte < name.size();) {
    const Character c = character_at(name, byte);
    const bool begins = at_start && c.is_word() && (all || c.kind != Letter::lower);
    if (begins) append_folded(letters, name.substr(byte, c.size_bytes));
    at_start = c.kind == Letter::blank || c.value == U'-' || c.value == U'/' ||
               (c.kind == Letter::mark && c.value != U'\'' && c.value != U'’');
    byte += c.size_bytes;
  }
  return letters;
}

std::string abbreviation_letters(std::string_view word) {
  std::string letters;
  std::size_t capitals = 0;
  for (std::size_t byte = 0; byte < word.size();) {
    const Character c = character_at(word, byte);
    if (c.is_word())
      append_folded(letters, word.substr(byte, c.size_bytes));
    else if (c.value != U'.' && c.value != U'-' && c.value != U'&')
      return {};
    capitals += c.kind == Letter::upper;
    byte += c.size_bytes;
  }
  return capitals >= 2 && capitals * 2 >= letters.size() && letters.size() <= 10 ? letters : std::string();
}

bool shortens(std::string_view letters, std::string_view name) {
  const std::string small = folded(name);
  std::size_t at = 0;
  for (const char letter : letters) {
    at = small.find(letter, at);
    if (at == std::string::npos) return false;
    ++at;
  }
  return !letters.empty() && !small.empty() && small.find(letters[0]) == 0;
}

}  // namespace hearsay
