#include "dissect/words/dissection.h"

#include <algorithm>
#include <stdexcept>

namespace hearsay {

Tag tag_named(std::string_view name) {
  const auto found = std::find(tag_names.begin(), tag_names.end(), name);
  if (found == tag_names.end()) throw std::invalid_argument("no tag of UD: " + std::string(name));
  return static_cast<Tag>(found - tag_names.begin());
}

std::span<const Token> tokens_in(const std::vector<Token>& tokens, Span words) {
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), words.begin,
                                      [](const Token& t, std::size_t byte) { return t.span.end <= byte; });
  const auto last = std::lower_bound(first, tokens.end(), words.end,
                                     [](const Token& t, std::size_t byte) { return t.span.begin < byte; });
  return {first, last};
}

std::size_t sentence_at(const std::vector<Sentence>& sentences, std::size_t byte) {
  const auto found = std::lower_bound(sentences.begin(), sentences.end(), byte,
                                      [](const Sentence& s, std::size_t b) { return s.span.end <= b; });
  return static_cast<std::size_t>(found - sentences.begin());
}

}  // namespace hearsay
