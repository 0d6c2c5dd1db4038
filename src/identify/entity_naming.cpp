// By preferences in order: what is surely a name comes before what may have caught more, length and number of mentions
// decide among equals.
#include "identify/entity_naming.h"

#include "base/folding.h"

#include <algorithm>
#include <sstream>
#include <tuple>

namespace hearsay {

namespace {

constexpr std::size_t frequent = 2;

bool has_caught_more(const Spelling& spelling, std::span<const Spelling> all, EntityKind kind) {
  if (spelling.mentions > 1) return false;
  const std::string name = fold(spelling.name);
  return std::any_of(all.begin(), all.end(), [&](const Spelling& other) {
    // "Holm" is short for "Ada Holm", and no whole name.
    const bool whole = kind != EntityKind::person || word_count(other.name) > 1;
    return whole && other.mentions >= frequent &&
           (name.starts_with(fold(other.name) + " ") || name.ends_with(" " + fold(other.name)));
  });
}

// "TORRIN HARBOUR FIRE", but not "RMA".
bool is_shouted(const std::string& name) {
  return word_count(name) > 1 && std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_derived(const Spelling& spelling, std::span<const Spelling> all) {
  return std::any_of(all.begin(), all.end(), [&](const Spelling& other) {
    return other.name.size() > 3 && other.name.size() < spelling.name.size() && spelling.name.starts_with(other.name) &&
           word_count(other.name) == word_count(spelling.name);
  });
}

}  // namespace

bool is_in_headline(std::string_view text, Span name) {
  constexpr std::size_t longest = 200;
  constexpr std::size_t fewest_words = 5;
  const std::size_t earliest = name.begin < longest ? 0 : name.begin - longest;
  const std::size_t line_end = text.substr(earliest, name.begin - earliest).rfind('\n');
  if (line_end == std::string_view::npos && earliest > 0) return false;  // a long line
  const std::size_t begin = line_end == std::string_view::npos ? 0 : earliest + line_end + 1;
  const std::size_t length = std::min(text.substr(begin, longest + 1).find('\n'), text.size() - begin);
  if (length > longest) return false;
  const std::size_t end = begin + length;
  std::istringstream words{std::string(text.substr(begin, end - begin))};
  std::size_t all = 0;
  std::size_t small = 0;
  for (std::string word; words >> word;) {
    if (word.size() < 4) continue;  // "of", "the" are small in any line
    ++all;
    small += word[0] >= 'a' && word[0] <= 'z' ? 1 : 0;
  }
  return all >= fewest_words && small * 5 < all;
}

std::size_t best_spelling(std::span<const Spelling> all, EntityKind kind) {
  const auto rank = [&](const Spelling& s) {
    return std::make_tuple(s.outside_headlines, !is_shouted(s.name), !has_caught_more(s, all, kind),
                           kind != EntityKind::place || !is_derived(s, all), word_count(s.name), s.mentions);
  };
  const auto best =
      std::max_element(all.begin(), all.end(), [&](const Spelling& a, const Spelling& b) { return rank(a) < rank(b); });
  return static_cast<std::size_t>(best - all.begin());
}

}  // namespace hearsay
