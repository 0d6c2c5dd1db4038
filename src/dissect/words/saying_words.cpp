#include "dissect/words/saying_words.h"

#include "base/word_lists.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace hearsay {

namespace {

// In the order of the bits.
constexpr std::string_view names[] = {
    "say",     "tell",   "claim",    "concede", "deny",      "silence",  "answer",    "request", "ask",     "urge",
    "promise", "judge",  "believe",  "feel",    "show",      "seem",     "noun",      "mind",    "hearsay", "statement",
    "speaks",  "denies", "confirms", "hedges",  "estimates", "declines", "withholds", "proof",   "lays"};

SayingSorts sort_named(std::string_view name) {
  const auto* const found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) throw std::invalid_argument("no sort has the name \"" + std::string(name) + "\"");
  return SayingSorts{1} << (found - std::begin(names));
}

}  // namespace

SayingWords::SayingWords() {
  read_list("data/saying_words.txt", {"verbs", "request", "noun", "mind", "hearsay", "withholds", "proof", "lays"},
            [this](const ListLine& line) {
              if (line.section == "verbs") {
                SayingSorts& sorts = sorts_[std::string(line.needed_key())];
                for (const std::string_view name : line.words) sorts |= sort_named(name);
                return;
              }
              for (const std::string_view word : line.words) sorts_[std::string(word)] |= sort_named(line.section);
            });
}

SayingSorts SayingWords::of(std::string_view lemma) const {
  const auto found = sorts_.find(lemma);
  return found == sorts_.end() ? 0 : found->second;
}

std::vector<std::string> SayingWords::of_sorts(SayingSorts sorts) const {
  std::vector<std::string> words;
  for (const auto& [word, its_sorts] : sorts_) {
    if ((its_sorts & sorts) != 0) words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  return words;
}

const SayingWords& saying_words() {
  static const SayingWords words;
  return words;
}

}  // namespace hearsay
