#include "itemise/words/joined_words.h"

namespace hearsay {

bool joins_words(const std::vector<Token>& tokens, std::size_t t) {
  return t > 0 && t + 1 < tokens.size() && tokens[t].lemma == "-" && tokens[t - 1].span.end == tokens[t].span.begin &&
         tokens[t].span.end == tokens[t + 1].span.begin;
}

JoinedWords::JoinedWords(const Marks& marks)
    : joined_(marks.dissection.tokens.size()), begins_value_(marks.dissection.tokens.size()) {
  const auto& tokens = marks.dissection.tokens;
  for (const Mention& mention : marks.names.mentions) join(tokens, mention.span, false);
  for (const Time& time : marks.times) join(tokens, time.span, true);
  for (const Quantity& quantity : marks.quantities) join(tokens, quantity.span, true);
  for (std::size_t t = 1; t + 1 < tokens.size(); ++t) {
    if (joins_words(tokens, t)) joined_[t] = joined_[t + 1] = true;
  }
}

void JoinedWords::join(const std::vector<Token>& tokens, Span span, bool value) {
  const auto words = tokens_in(tokens, span);
  if (words.empty()) return;
  const auto first = static_cast<std::size_t>(words.data() - tokens.data());
  if (value) begins_value_[first] = true;
  for (std::size_t t = first + 1; t < first + words.size(); ++t) joined_[t] = true;
}

}  // namespace hearsay
