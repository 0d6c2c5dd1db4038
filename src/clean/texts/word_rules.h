// Rules on the words of a line, as a non-programmer writes them: "rest READ ALSO :", "has (terms | conditions) of use".
#pragma once

#include "clean/markup/word_ends.h"
#include "clean/texts/rule_words.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A set of patterns over words. The language of the patterns is described at the top of data/boilerplate.txt.
class WordPatterns {
 public:
  WordPatterns();
  ~WordPatterns();
  WordPatterns(WordPatterns&&) noexcept;
  WordPatterns& operator=(WordPatterns&&) noexcept;

  // Names a list of alternatives, "Reuters | AP", for use in the patterns added later.
  void define(std::string_view name, std::string_view alternatives);

  // Adds a pattern; returns its number, counted from 0. Throws std::runtime_error if it is malformed.
  std::size_t add(std::string_view pattern);

  struct Match {
    std::size_t pattern;
    std::size_t begin_word;
    std::size_t end_word;
  };

  // The matches that begin at word `begin`, at most one of each pattern, with gaps as short as possible; in order of
  // the patterns.
  // Work is bounded: a "*" takes 12 words at most.
  std::vector<Match> match_at(const std::vector<RuleWord>& words, std::size_t begin) const;

  // Does the pattern match exactly the words [begin, end)?
  bool matches_exactly(std::size_t pattern, const std::vector<RuleWord>& words, std::size_t begin,
                       std::size_t end) const;

  // False if no pattern can begin with this word, as for most words; takes one lookup.
  bool may_begin_with(const RuleWord& word) const { return any_word_ || first_keys_.may_hold(word.key); }

  // The patterns that can begin with this word, in ascending order.
  const std::vector<std::size_t>& starting_with(const RuleWord& word) const;

 private:
  struct State;
  KnownHashes first_keys_;
  bool any_word_ = false;  // can a pattern begin with any word?
  std::unique_ptr<State> state_;
};

}  // namespace hearsay
