// Sets of words: what is left of a phrase without articles, spokesmen and the place behind "in" is its core; a core
// that is part of exactly one largest core means the same.
#include "match/unnamed_bodies.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

namespace hearsay {

namespace {

using Core = std::set<std::string>;

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], const std::string& word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_body(const std::string& word) {
  static constexpr std::string_view words[] = {
      "ministry",  "office",    "police",  "department", "government", "army",           "military",
      "command",   "service",   "agency",  "council",    "court",      "brigade",        "commission",
      "authority", "hospital",  "airline", "company",    "university", "administration", "guard",
      "board",     "committee", "embassy", "palace",     "parliament", "union",          "navy"};
  return is_one_of(words, word);
}

bool speaks_for_it(const std::string& word) {
  static constexpr std::string_view words[] = {
      "spokesman", "spokeswoman", "spokesperson", "official", "officials", "officer", "officers", "statement",
      "source",    "sources",     "the",          "a",        "an",        "of",      "for",      "s"};
  return is_one_of(words, word);
}

// Nothing for a phrase that speaks of no body.
Core core_of(const std::string& folded) {
  Core core;
  std::istringstream words(folded);
  bool body = false;
  for (std::string word; words >> word;) {
    if (word == "in" || word == "at" || word == "from") break;
    if (speaks_for_it(word)) continue;
    body = body || is_body(word);
    core.insert(word);
  }
  return body ? core : Core();
}

bool is_part(const Core& part, const Core& whole) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

}  // namespace

std::vector<std::size_t> same_bodies(std::span<const BodyPhrase> phrases) {
  std::vector<Core> cores;
  std::vector<std::size_t> bodies;  // the phrases that have a core
  std::vector<std::size_t> means(phrases.size());
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    means[i] = i;
    cores.push_back(core_of(phrases[i].folded));
    if (!cores.back().empty()) bodies.push_back(i);
  }
  for (const std::size_t i : bodies) {
    if (phrases[i].named) continue;
    // The largest core that has all its words; two that differ leave it open.
    std::size_t best = i;
    bool open = false;
    for (const std::size_t j : bodies) {
      if (!is_part(cores[i], cores[j])) continue;
      if (is_part(cores[best], cores[j])) {
        if (cores[best] != cores[j] || j < best || phrases[j].named) best = j;
      } else if (!is_part(cores[j], cores[best])) {
        open = true;
      }
    }
    if (!open) means[i] = best;
  }
  return means;
}

}  // namespace hearsay
