// Sets of words: what is left of a phrase without articles, spokesmen and the place behind "in" is its core; a core
// that is part of exactly one largest core means the same.
#include "measure/origins/unnamed_bodies.h"

#include "itemise/speakers/source_words.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace hearsay {

namespace {

using Core = std::set<std::string>;

// Nothing for a phrase that speaks of no body.
Core core_of(const std::string& folded) {
  Core core;
  std::istringstream words(folded);
  bool body = false;
  for (std::string word; words >> word;) {
    if (word == "in" || word == "at" || word == "from") break;
    if (source_words().speaks_for(word)) continue;
    body = body || source_words().is_body(word);
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
