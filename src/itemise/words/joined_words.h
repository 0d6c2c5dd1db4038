// Words that are one thing to a reader: a name, a time, a number with what bounds it, words with hyphens. No claim
// begins or ends inside.
#pragma once

#include "extract/marks.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Is the token a hyphen inside a word, as in "sister-in-law"? False for numbers past the last token.
bool joins_words(const std::vector<Token>& tokens, std::size_t token);

// Tokens are given by their numbers in Dissection::tokens.
class JoinedWords {
 public:
  // From a text's names, times, quantities and hyphens. Linear in its tokens and marks.
  explicit JoinedWords(const Marks& marks);

  // Is the token one thing with the one before it? False for numbers past the last token.
  bool joined(std::uint32_t token) const { return token < joined_.size() && joined_[token]; }

  // Does a time or a quantity begin with the token?
  bool begins_value(std::uint32_t token) const { return token < begins_value_.size() && begins_value_[token]; }

 private:
  void join(const std::vector<Token>& tokens, Span span, bool value);

  std::vector<bool> joined_;
  std::vector<bool> begins_value_;
};

}  // namespace hearsay
