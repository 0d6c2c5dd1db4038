// Amounts, in four steps a sentence: cut it into pieces, put numbers, units and bounds together (amounts.h),
// leave out what counts nothing (exclusions.h), ask grammar what is counted (counted.h).
#include "extract/quantities/quantities.h"

#include "base/resources.h"
#include "extract/quantities/amounts.h"
#include "extract/quantities/context.h"
#include "extract/quantities/rules.h"
#include "extract/quantities/units.h"

#include <algorithm>
#include <utility>

namespace hearsay {

struct QuantityFinder::Rules {
  NumberRules numbers{resource("data/numbers.txt"), "data/numbers.txt"};
};

namespace {

// An amount of time ("two years ago") is an amount whether or not it also says when, unless it stands like an adjective
// ("a two-year plan"); a number that words bound ("more than 1900 people") is none of a time that holds nothing else.
bool is_part_of_time(const SentenceView& view, const Amount& amount) {
  const Span number = view.pieces.span_of(amount.number_first, amount.unit_last);
  if (amount.kind == "duration") return view.pieces.joins(amount.numeral.last) && touches_time(view, number);
  if (amount.unit && *amount.unit != "share") return false;
  return touches_time(view, number) && !(amount.bounded && holds_whole_times(view, number));
}

// "two new 505 Comet jets": the number is part of what another counts. "Two of the other 12 men" are two amounts.
bool is_inside_counted(const SentenceView& view, const Amount& amount, const std::vector<Quantity>& found) {
  if (found.empty() || !found.back().of_span || amount.unit || amount.numeral.scaled) return false;
  const Quantity& last = found.back();
  if (!last.of_span->contains(view.pieces.span_of(amount.number_first, amount.unit_last))) return false;
  const Span between = {last.span.end, std::max(last.span.end, last.of_span->begin)};
  return words_at(view.text, between).find("of") == std::string_view::npos;
}

std::string reason(const Amount& amount) {
  std::string why = amount.numeral.why;
  if (!amount.why.empty()) why += (why.empty() ? "" : ", ") + amount.why;
  return why.empty() ? "a plain number" : why;
}

Quantity quantity_of(const SentenceView& view, const Amount& amount) {
  Quantity quantity;
  quantity.span = view.pieces.span_of(amount.first, amount.last);
  quantity.low = amount.low;
  quantity.high = amount.high;
  quantity.approximate = amount.approximate;
  quantity.unit = amount.unit;
  if (is_bare_age(view, amount)) quantity.unit = "year of age";
  quantity.of_span = counted_by(view, amount);
  if (quantity.of_span) quantity.of = std::string(words_at(view.text, *quantity.of_span));
  quantity.why = reason(amount);
  return quantity;
}

bool goes_on(std::string_view text, const Sentence& sentence, const Sentence& next) {
  if (sentence.span.empty() || sentence.last != next.first) return false;
  const char end = text[sentence.span.end - 1];
  const bool in_word = (end >= 'a' && end <= 'z') || (end >= 'A' && end <= 'Z') || (end >= '0' && end <= '9');
  const std::string_view gap = text.substr(sentence.span.end, next.span.begin - sentence.span.end);
  return in_word && gap == " ";
}

// Sentences that were parted in the middle of a line without a stop ("World War" / "Two") are read as one: a number
// means something else without the word before it.
std::vector<Sentence> whole_sentences(std::string_view text, const Dissection& dissection) {
  std::vector<Sentence> whole;
  for (const Sentence& sentence : dissection.sentences) {
    if (!whole.empty() && goes_on(text, whole.back(), sentence)) {
      whole.back() = {hull(whole.back().span, sentence.span), whole.back().first, sentence.last};
    } else {
      whole.push_back(sentence);
    }
  }
  return whole;
}

}  // namespace

QuantityFinder::QuantityFinder() : rules_(std::make_unique<const Rules>()) { units(); }
QuantityFinder::~QuantityFinder() = default;

std::vector<Quantity> QuantityFinder::find(std::string_view text, const Dissection& dissection,
                                           const std::vector<Time>& times) const {
  std::vector<Quantity> found;
  const auto is_prefix = [](std::string_view letters) { return units().is_prefix(letters); };
  TreeOnDemand tree(dissection);
  for (const Sentence& sentence : whole_sentences(text, dissection)) {
    const Pieces pieces(text, sentence.span, is_prefix);
    const std::vector<Amount> amounts = amounts_in(pieces, rules_->numbers, units());
    if (amounts.empty()) continue;
    const SentenceView view = view_of(text, pieces, rules_->numbers, dissection, sentence, times, tree);
    for (const Amount& amount : amounts) {
      if (!is_bare_age(view, amount) && no_amount(view, amount)) continue;
      if (is_part_of_time(view, amount) || is_inside_counted(view, amount, found)) continue;
      found.push_back(quantity_of(view, amount));
    }
  }
  return found;
}

}  // namespace hearsay
