// A translator keeps the order of what is said; two reporters share words but choose their own. So of the words that
// both texts say just once, the longest subsequence that ascends in both is compared with what chance gives, twice the
// root of their number (Logan and Shepp, 1977; Vershik and Kerov, 1977). Words that stand in a copied passage tell
// nothing here. It knows no synonyms: of a translation there and back about a third of the words said once come back.
#include "group/copies/telling.h"

#include "group/held/word_codes.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace hearsay {

namespace {

constexpr double least_marks = 0.3;  // of the shorter text's, for the words to be looked at
constexpr std::size_t few_marks = 8;

// Words said once, by their codes, with their places.
struct SaidOnce {
  std::uint16_t code = 0;
  std::uint32_t place = 0;
};

std::vector<SaidOnce> said_once(const PlacedWords& text) {
  std::vector<SaidOnce> words;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    if (text.words[i] >= WordCodes::one_byte) words.push_back({text.words[i], static_cast<std::uint32_t>(i)});
  }
  std::sort(words.begin(), words.end(), [](const SaidOnce& a, const SaidOnce& b) {
    return a.code != b.code ? a.code < b.code : a.place < b.place;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t next = i;
    while (next < words.size() && words[next].code == words[i].code) ++next;
    if (next - i == 1) words[kept++] = words[i];
    i = next;
  }
  words.resize(kept);
  return words;
}

struct Places {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

// Those said once in both and not in a run, in the order of the first text.
std::vector<Places> said_in_both(const PlacedWords& a, const PlacedWords& b, std::span<const Run> runs) {
  std::vector<bool> copied(a.words.size());
  for (const Run& run : runs) {
    for (std::size_t i = run.from; i < std::min(run.from + run.count, copied.size()); ++i) copied[i] = true;
  }
  const std::vector<SaidOnce> there = said_once(a);
  const std::vector<SaidOnce> here = said_once(b);
  std::vector<Places> places;
  for (auto i = there.begin(), j = here.begin(); i != there.end() && j != here.end();) {
    if (i->code == j->code && !copied[i->place]) places.push_back({i->place, j->place});
    const bool first = i->code <= j->code;
    if (j->code <= i->code) ++j;
    if (first) ++i;
  }
  std::sort(places.begin(), places.end(), [](const Places& x, const Places& y) { return x.from < y.from; });
  return places;
}

// Patience sorting: the least end of an ascending subsequence of each length.
std::size_t longest_ascending(const std::vector<Places>& places) {
  std::vector<std::uint32_t> ends;
  for (const Places& place : places) {
    const auto end = std::lower_bound(ends.begin(), ends.end(), place.to);
    if (end == ends.end())
      ends.push_back(place.to);
    else
      *end = place.to;
  }
  return ends.size();
}

double part_of_marks(const OrderMatch& marks) {
  return static_cast<double>(marks.common) / static_cast<double>(std::max(few_marks, marks.shorter));
}

}  // namespace

Telling compare_tellings(const PlacedWords& a, const PlacedWords& b, std::span<const Run> runs) {
  Telling telling;
  telling.marks = match_orders(order_of(a), order_of(b));
  if (is_one_order(telling.marks) || part_of_marks(telling.marks) < least_marks) return telling;
  const auto from_words = static_cast<double>(a.words.size());
  const auto to_words = static_cast<double>(b.words.size());
  const std::vector<Places> places = said_in_both(a, b, runs);
  telling.words = places.size();
  telling.in_order = longest_ascending(places);
  for (const Places& place : places) telling.drift += std::abs(place.from / from_words - place.to / to_words);
  if (!places.empty()) telling.drift /= static_cast<double>(places.size());
  telling.lengths = std::min(from_words, to_words) / std::max(from_words, to_words);
  return telling;
}

bool is_one_telling(const Telling& telling) {
  if (is_one_order(telling.marks)) return true;
  if (telling.words == 0) return false;
  constexpr double by_chance = 2;
  constexpr double furthest = 0.4;  // parts of a text; two random places are a third apart
  constexpr double enough = 0.45;
  const double surplus =
      static_cast<double>(telling.in_order) / std::sqrt(static_cast<double>(telling.words)) - by_chance;
  const double straight = 1 - telling.drift / furthest;
  if (surplus <= 0 || straight <= 0) return false;
  return surplus * straight * part_of_marks(telling.marks) * telling.lengths >= enough;
}

}  // namespace hearsay
