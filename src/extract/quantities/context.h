// An amount's sentence as amounts and grammar see it: which token a piece belongs to.
#pragma once

#include "dissect/trees/tree.h"
#include "dissect/words/dissection.h"
#include "extract/quantities/amounts.h"
#include "extract/quantities/pieces.h"
#include "extract/quantities/rules.h"
#include "extract/times/times.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hearsay {

struct SentenceView {
  std::string_view text;
  const Pieces& pieces;
  const NumberRules& rules;
  const Dissection& dissection;
  const Sentence& sentence;
  const std::vector<Time>& times;       // of the whole text
  TreeOnDemand& tree;                   // of the whole text
  std::vector<std::uint32_t> token_of;  // for each piece; the sentence's `last` where no token holds it

  bool has_token(std::size_t piece) const { return piece < token_of.size() && token_of[piece] < sentence.last; }
  const Token& token(std::size_t piece) const { return dissection.tokens[token_of[piece]]; }
  bool tagged(std::size_t piece, Tag tag) const { return has_token(piece) && token(piece).tag == tag; }
};

SentenceView view_of(std::string_view text, const Pieces& pieces, const NumberRules& rules,
                     const Dissection& dissection, const Sentence& sentence, const std::vector<Time>& times,
                     TreeOnDemand& tree);

// Whether one of the sentence's times shares a byte with the span.
bool touches_time(const SentenceView& view, Span span);

// Whether a time lies inside the span.
bool holds_whole_times(const SentenceView& view, Span span);

// Why the amount's number is not a count: "a name", "a score"; nothing when it is one.
std::optional<std::string_view> no_amount(const SentenceView& view, const Amount& amount);

// An age that stands between commas behind a person's name: "Ann Example, 57, of". Nothing changes otherwise.
bool is_bare_age(const SentenceView& view, const Amount& amount);

// The words that say what the amount counts: "troops" of "10,000 troops", "injured" of "seven of the 48 injured",
// "death toll" of "the death toll stood at 7", "killed" of "killed at least seven".
std::optional<Span> counted_by(const SentenceView& view, const Amount& amount);

}  // namespace hearsay
