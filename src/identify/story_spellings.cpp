// Edit distance one (Levenshtein 1966) is recognised by the common beginning and end of two words.
#include "identify/story_spellings.h"

#include "base/folding.h"
#include "base/one_of.h"
#include "base/resources.h"
#include "extract/names/gazetteer.h"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string_view>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t shortest_with_a_slip = 6;

std::vector<std::string> words_of_name(const std::string& folded) {
  std::vector<std::string> words;
  std::istringstream stream(folded);
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

bool one_letter_apart(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1) return false;
  std::size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same]) ++same;
  std::size_t same_end = 0;
  while (same_end < shorter.size() - same &&
         shorter[shorter.size() - 1 - same_end] == longer[longer.size() - 1 - same_end])
    ++same_end;
  return same + same_end + 1 >= longer.size();
}

bool is_demonym_of(const std::string& longer, const std::string& shorter) {
  if (!longer.starts_with(shorter)) return false;
  const std::string_view ending = std::string_view(longer).substr(shorter.size());
  return is_one_of(ending, {"n", "an", "s", "ns", "ans", "ish", "ese", "i"});
}

bool one_word_in_two_spellings(const std::string& a, const std::string& b) {
  if (a == b || is_demonym_of(a, b) || is_demonym_of(b, a)) return true;
  return std::min(a.size(), b.size()) >= shortest_with_a_slip && one_letter_apart(a, b);
}

// Which of forename_of_men and forename_of_women a word is, as far as is known.
std::uint16_t sexes_of(const std::string& forename) {
  static const Gazetteer gazetteer(resource("models/gazetteer.bin"));
  NameHash hash;
  hash.add(forename);
  return gazetteer.facts(hash.value()) & (forename_of_men | forename_of_women);
}

}  // namespace

bool can_be_one_in_a_story(const std::string& a, const std::string& b, EntityKind kind) {
  const std::vector<std::string> x = words_of_name(a);
  const std::vector<std::string> y = words_of_name(b);
  const std::size_t more = std::max(x.size(), y.size()) - std::min(x.size(), y.size());
  if (kind == EntityKind::person) return more <= 2;
  if (more > 1) return false;
  const auto& shorter = x.size() <= y.size() ? x : y;
  const auto& longer = x.size() <= y.size() ? y : x;
  return std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
    return std::any_of(longer.begin(), longer.end(),
                       [&](const std::string& other) { return one_word_in_two_spellings(word, other); });
  });
}

bool are_man_and_woman(const std::string& first, const std::string& second) {
  const std::vector<std::string> x = words_of_name(first);
  const std::vector<std::string> y = words_of_name(second);
  if (x.size() != y.size() || x.empty() || x.front() == y.front()) return false;
  const std::uint16_t a = sexes_of(x.front());
  const std::uint16_t b = sexes_of(y.front());
  if (a == 0 || b == 0) return false;
  const auto is_woman_beside = [](const std::string& name, std::uint16_t other) {
    return name.ends_with('a') && other == forename_of_men;
  };
  const bool one_ends_so = x.front().ends_with('a') != y.front().ends_with('a');
  return (a & b) == 0 || (one_ends_so && (is_woman_beside(x.front(), b) || is_woman_beside(y.front(), a)));
}

}  // namespace hearsay
