// Where sentences end.
#pragma once

#include "base/span.h"
#include "dissect/words/word_parts.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// Weights of a linear model, in hashed slots; a power of two of them.
using BoundaryWeights = std::span<const std::int16_t>;

// Is each line of a text a paragraph, and none wrapped? So when most of the longer lines, four at least, end like a
// sentence. Linear time.
bool lines_are_paragraphs(std::string_view text);

// More words make no sentence but a list, a table or an attack; what is done for each word of a sentence may cost in
// proportion to the sentence.
inline constexpr std::size_t most_words_of_a_sentence = 320;

// For tokens in text order (see find_tokens), the numbers of the tokens that begin a sentence; the first is always 0.
// A blank line ends a sentence whatever stands before it; a sentence of too many words is cut, after a punctuation
// mark if one is near. No tokens, no sentences. Without weights only the rules decide. `paragraphs` is what
// lines_are_paragraphs says of the whole text. Linear time.
std::vector<std::uint32_t> find_sentence_starts(std::string_view text, const std::vector<Span>& tokens,
                                                const WordParts& lists, BoundaryWeights weights = {},
                                                bool paragraphs = false);

// Decides one token after the other; used by find_sentence_starts and by the trainer.
class BoundaryFinder {
 public:
  // All must outlive the finder.
  BoundaryFinder(std::string_view text, const std::vector<Span>& tokens, const WordParts& lists,
                 bool paragraphs = false)
      : text_(text), tokens_(tokens), lists_(lists), paragraphs_(paragraphs) {}

  enum class Rule : std::uint8_t { goes_on, ends, surely_goes_on, surely_ends };
  // Does a sentence begin with token i (from 1 on), when the one before it began with token `first`? What is not sure
  // is for the weights to decide.
  Rule rule(std::size_t i, std::size_t first) const;

  static constexpr std::size_t feature_count = 14;
  // The hashed features of the place before token i.
  std::array<std::uint32_t, feature_count> features(std::size_t i, std::size_t first, Rule rule) const;

 private:
  std::string_view word(std::size_t i) const { return words_at(text_, tokens_[i]); }
  bool blank_before(std::size_t i) const { return tokens_[i].begin > tokens_[i - 1].end; }
  int lines_before(std::size_t i) const;
  bool is_wrapped_line(std::size_t i) const;
  bool next_line_is_long(std::size_t begin) const;
  bool follows_stop(std::size_t i, std::size_t first) const;
  bool abbreviation_ends(std::size_t i, std::size_t last, std::string_view next) const;
  bool opens_here(std::size_t i) const { return i + 1 < tokens_.size() && !blank_before(i + 1); }
  std::size_t first_word_from(std::size_t i) const;

  std::string_view text_;
  const std::vector<Span>& tokens_;
  const WordParts& lists_;
  bool paragraphs_;  // no line is wrapped
};

}  // namespace hearsay
