#include "measure/origins/same_words.h"

#include "base/folded_words.h"
#include "dissect/words/function_words.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t most_words = 100;

// Letters, and no word of grammar.
bool tells(const std::string& word) {
  const bool number = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !number && word.size() > 2 && function_words().of(word) == 0;
}

// The run of words up to a place in each text.
struct Run {
  std::size_t words = 0;
  std::size_t telling = 0;
};

}  // namespace

std::vector<std::string> words_to_compare(std::string_view statement) {
  std::vector<std::string> words = folded_words_in_order(statement.substr(0, most_words * 10));
  if (words.size() > most_words) words.resize(most_words);
  return words;
}

bool in_the_same_words(std::span<const std::string> a, std::span<const std::string> b, std::size_t least) {
  constexpr std::size_t least_telling = 2;
  std::vector<Run> above(b.size() + 1);  // runs that end at the word of `a` before
  for (const std::string& word : a) {
    std::vector<Run> runs(b.size() + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (word != b[j]) continue;
      runs[j + 1] = {above[j].words + 1, above[j].telling + (tells(word) ? 1 : 0)};
      if (runs[j + 1].words >= least && runs[j + 1].telling >= least_telling) return true;
    }
    above = std::move(runs);
  }
  return false;
}

}  // namespace hearsay
