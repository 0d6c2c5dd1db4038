// Compiles data/numbers.txt into hash tables of phrases. Phrases are kept as their pieces, in lower case and without
// hyphens, so that "twenty-one", "twenty one" and a file written either way agree.
#include "extract/quantities/rules.h"

#include <stdexcept>

namespace hearsay {

namespace {

std::optional<double> bound_in(std::string_view text) {
  if (text == "-") return std::nullopt;
  return number_in(text);
}

VagueAmount vague_in(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) throw std::invalid_argument("wants a low and a high");
  return {bound_in(text.substr(0, space)), bound_in(text.substr(text.find_first_not_of(' ', space)))};
}

Bound meaning_in(std::string_view text) {
  if (text == "low") return Bound::low;
  if (text == "high") return Bound::high;
  if (text == "approximate") return Bound::approximate;
  if (text == "plain") return Bound::plain;
  throw std::invalid_argument("'" + std::string(text) + "' is not low, high, approximate or plain");
}

}  // namespace

template <typename Meaning>
void Phrases<Meaning>::add(std::string_view phrase, Meaning meaning) {
  const Pieces pieces(phrase, {0, phrase.size()}, [](std::string_view) { return false; });
  std::string key;
  std::size_t count = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces.joins(i)) continue;
    if (!key.empty()) key += ' ';
    key += pieces.lower(i);
    ++count;
  }
  if (key.empty()) throw std::invalid_argument("an empty phrase");
  if (!meanings_.emplace(key, meaning).second) throw std::invalid_argument("the phrase stands there twice");
  begins_.emplace(pieces.lower(0));
  ends_.emplace(pieces.lower(pieces.size() - 1));
  longest_ = std::max(longest_, count);
}

template <typename Meaning>
std::optional<PhraseMatch<Meaning>> Phrases<Meaning>::from(const Pieces& pieces, std::size_t first) const {
  std::optional<PhraseMatch<Meaning>> longest;
  if (first >= pieces.size() || !begins_.contains(pieces.lower(first))) return longest;
  std::string key;
  std::size_t count = 0;
  for (std::size_t i = first; i < pieces.size() && count < longest_; ++i) {
    if (i > first && pieces.joins(i)) continue;
    if (!key.empty()) key += ' ';
    key += pieces.lower(i);
    ++count;
    if (const auto found = meanings_.find(key); found != meanings_.end()) longest = {found->second, first, i + 1};
  }
  return longest;
}

template <typename Meaning>
std::optional<PhraseMatch<Meaning>> Phrases<Meaning>::up_to(const Pieces& pieces, std::size_t last) const {
  std::optional<PhraseMatch<Meaning>> longest;
  if (last == 0 || !ends_.contains(pieces.lower(last - 1))) return longest;
  std::string key;
  std::size_t count = 0;
  for (std::size_t i = last; i-- > 0 && count < longest_;) {
    if (i + 1 < last && pieces.joins(i)) continue;
    key.insert(0, key.empty() ? "" : " ");
    key.insert(0, pieces.lower(i));
    ++count;
    if (const auto found = meanings_.find(key); found != meanings_.end()) longest = {found->second, i, last};
  }
  return longest;
}

template class Phrases<double>;
template class Phrases<VagueAmount>;
template class Phrases<Bound>;
template class Phrases<bool>;

NumberRules::NumberRules(std::string_view rules, std::string_view file) {
  read_list(rules, file, {}, [this](const ListLine& line) { read(line); });
}

void NumberRules::read(const ListLine& line) {
  const std::string_view section = line.section;
  for (const auto& [name, list] :
       {std::pair{"not bounds", &not_bounds}, std::pair{"not amounts", &not_amounts},
        std::pair{"over durations behind", &over_durations}, std::pair{"label words", &labels},
        std::pair{"street words", &streets}, std::pair{"score words", &scores}, std::pair{"change words", &changes},
        std::pair{"measures behind a fraction", &measures}, std::pair{"named halves", &named_halves},
        std::pair{"before a clock time", &before_clocks}, std::pair{"priced things", &priced_things},
        std::pair{"behind a time", &behind_times}}) {
    if (section != name) continue;
    for (const std::string_view phrase : line.words) list->add(phrase, true);
    return;
  }
  const std::string_view left = line.needed_key();
  const std::string_view right = line.word();
  if (section == "number words") return words.add(left, number_in(right));
  if (section == "scales") return scales.add(left, number_in(right));
  if (section == "fractions") return fractions.add(left, number_in(right));
  if (section == "vague") return vague.add(left, vague_in(right));
  if (section == "before") return before.add(left, meaning_in(right));
  if (section == "after") return after.add(left, meaning_in(right));
  if (section == "scale letters") {
    scale_letters.emplace(left, number_in(right));
  } else if (section == "money scale letters") {
    money_letters.emplace(left, number_in(right));
  } else {
    throw std::invalid_argument("the section is not known");
  }
}

}  // namespace hearsay
