// A name is known by its letters alone, as domains have neither spaces nor capitals. What stands beside a reporting
// word is mostly a person; these names are harmless, as no outlet goes by them.
#include "group/copies/upstreams.h"

#include "base/word_lists.h"
#include "group/held/word_codes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace hearsay {

namespace {

constexpr std::size_t reach = 3;  // words
constexpr std::size_t most_upstreams = 24;
constexpr std::size_t longest_name = 6;  // words

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "\xE2\x80\x99s"}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

// The letters of a name in lower case; other bytes than ASCII letters and digits stay as they are.
void add_letters(std::string& letters, std::string_view word) {
  for (const char c : without_possessive(word)) {
    if (c == '\'' || c == '.' || c == ',') continue;
    letters += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
}

bool is_in_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool joins_names(const Word& word) {
  static const std::uint32_t of = hash_of_word("of");
  static const std::uint32_t and_ = hash_of_word("and");
  return word.hash == of || word.hash == and_;
}

class NameFinder {
 public:
  NameFinder(std::string_view text, std::span<const Word> words) : text_(text), words_(words) {}

  // The first word after the name that begins with word `first`.
  std::size_t end_of_name(std::size_t first) const {
    std::size_t end = first + 1;
    while (end < words_.size() && end - first < longest_name && follows(end)) {
      if (words_[end].capital)
        ++end;
      else if (joins_names(words_[end]) && end + 1 < words_.size() && words_[end + 1].capital && follows(end + 1))
        end += 2;
      else
        break;
    }
    return end;
  }

  std::optional<Upstream> name(std::size_t first, std::size_t end) const {
    static const std::uint32_t the = hash_of_word("the");
    if (words_[first].hash == the && ++first == end) return std::nullopt;
    std::string letters;
    for (std::size_t i = first; i < end; ++i) add_letters(letters, words_at(text_, words_[i].span()));
    const Span where{words_[first].begin, words_[end - 1].end};
    constexpr std::size_t short_name = 3;
    if (letters.size() < 2 ||
        (letters.size() <= short_name && !is_in_capitals(without_possessive(words_at(text_, where)))))
      return std::nullopt;
    return Upstream{hash_of_word(letters), where};
  }

 private:
  // Only a space, or the hyphen of a name, parts it from the word before.
  bool follows(std::size_t i) const { return words_[i].begin == words_[i - 1].end + 1 && !words_[i].opens; }

  std::string_view text_;
  std::span<const Word> words_;
};

using OutletNames = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

std::uint32_t hash_of_name(std::string_view name) {
  std::string letters;
  for (const Word& word : fold_words(name)) add_letters(letters, words_at(name, word.span()));
  return hash_of_word(letters);
}

OutletNames read_outlet_names() {
  OutletNames outlets;
  read_list("data/outlet_names.txt", {""}, [&](const ListLine& line) {
    auto& names = outlets[std::string(line.needed_key())];
    for (const std::string_view name : line.words) names.push_back(hash_of_name(name));
  });
  return outlets;
}

}  // namespace

bool beside_reporting_word(std::span<const Word> words, std::size_t first, std::size_t last) {
  const WordCodes& codes = WordCodes::shared();
  const std::size_t begin = first < reach ? 0 : first - reach;
  const std::size_t end = std::min(words.size(), last + 1 + reach);
  for (std::size_t i = begin; i < end; ++i) {
    if (codes.is_reporting(words[i].hash)) return true;
  }
  return false;
}

std::vector<Upstream> find_upstreams(std::string_view text, std::span<const Word> words) {
  std::vector<Upstream> found;
  const WordCodes& codes = WordCodes::shared();
  const NameFinder names(text, words);
  std::size_t looked = 0;  // words before this one were looked at
  for (std::size_t at = 0; at < words.size() && found.size() < most_upstreams; ++at) {
    if ((words[at].capital && !words[at].opens) || !codes.is_reporting(words[at].hash)) continue;
    // A name that ends within reach may begin before it.
    const std::size_t begin = std::max(looked, at < reach + longest_name ? 0 : at - reach - longest_name);
    for (std::size_t i = begin; i < std::min(words.size(), at + reach + 1);) {
      if (!words[i].capital || i == at) {
        ++i;
        continue;
      }
      const std::size_t end = names.end_of_name(i);
      const bool is_near = end + reach > at;
      const auto name = is_near ? names.name(i, end) : std::nullopt;
      const auto same = [&](const Upstream& other) { return other.name == name->name; };
      if (name && std::none_of(found.begin(), found.end(), same)) found.push_back(*name);
      i = end;
      if (is_near) looked = i;
    }
  }
  if (found.size() > most_upstreams) found.resize(most_upstreams);
  return found;
}

std::vector<std::uint32_t> names_of_outlet(std::string_view outlet) {
  static const OutletNames listed = read_outlet_names();
  if (outlet.starts_with("www.")) outlet.remove_prefix(4);
  std::vector<std::uint32_t> names;
  if (const auto found = listed.find(outlet); found != listed.end()) names = found->second;
  const auto add_label = [&](std::string_view label) {
    if (label.starts_with("the") && label.size() > 6) label.remove_prefix(3);
    std::string letters;
    for (const char c : label) {
      if (c != '-') letters += c;
    }
    if (letters.size() > 1) names.push_back(hash_of_word(letters));
  };
  const std::size_t first = std::min(outlet.find('.'), outlet.size());
  add_label(outlet.substr(0, first));
  // "news.harborherald.example"; but "co" in "harborherald.co.uk" is no name.
  const std::string_view rest = outlet.substr(std::min(outlet.size(), first + 1));
  const std::size_t second = std::min(rest.find('.'), rest.size());
  if (second > 3 && second < rest.size()) add_label(rest.substr(0, second));
  return names;
}

}  // namespace hearsay
