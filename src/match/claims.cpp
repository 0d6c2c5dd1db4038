// A claim is a proposition with what hangs on it: the chain of who says it, the stance its words give, and the
// quantities and dates that stand in it.
#include "match/claims.h"

#include "match/sources.h"

#include <algorithm>

namespace hearsay {

namespace {

bool is_boilerplate(const Article& article, Span words) {
  return std::any_of(article.boilerplate.begin(), article.boilerplate.end(),
                     [&](const Boilerplate& part) { return intersection(part.span, words).size() * 2 > words.size(); });
}

std::span<const Token> tokens_in(const std::vector<Token>& tokens, Span words) {
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), words.begin,
                                      [](const Token& t, std::size_t byte) { return t.span.end <= byte; });
  const auto last = std::lower_bound(first, tokens.end(), words.end,
                                     [](const Token& t, std::size_t byte) { return t.span.begin < byte; });
  return {first, last};
}

// The whole month or year that a value names: the bounds of "early November" are nobody's statement, so a claim is held to
// the month.
DateValue date_value(const Time& time) {
  DateValue date{time.from, time.to, time.value};
  const std::string& value = time.value;
  if (value.size() != 4 && value.size() != 7) return date;
  const bool is_month = value.size() == 7;
  const auto first = parse_moment(is_month ? value + "-01" : value + "-01-01");
  if (!first) return date;
  const std::chrono::year_month_day begin(first->day);
  const auto last_month = is_month ? begin.month() : std::chrono::December;
  date.from = first->day;
  date.to = Day(begin.year() / last_month / std::chrono::last);
  return date;
}

std::vector<Value> values_in(Span words, const Marks& marks) {
  std::vector<Value> values;
  for (const Quantity& q : marks.quantities) {
    if (!words.contains(q.span) || (!q.low && !q.high)) continue;
    values.push_back({q.span, QuantityValue{q.low, q.high, q.approximate, q.unit, q.of}});
  }
  for (const Time& t : marks.times) {
    if (words.contains(t.span) && (t.from || t.to)) values.push_back({t.span, date_value(t)});
  }
  std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.span < b.span; });
  return values;
}

}  // namespace

std::vector<FoundClaim> find_claims(const Article& article, std::size_t number, const Marks& marks,
                                    const Entities& entities, const ClaimRules& rules) {
  std::vector<FoundClaim> found;
  for (const Proposition& proposition : find_propositions(marks)) {
    if (is_boilerplate(article, proposition.span)) continue;
    Claim claim;
    claim.article = number;
    claim.span = proposition.span;
    std::span<const Token> cue;
    if (proposition.attribution) {
      const Attribution& attribution = marks.attributions[*proposition.attribution];
      claim.sources = source_chain(article, marks, *proposition.attribution, entities.of_named[number], entities.all,
                                   rules.agencies);
      claim.cue = attribution.cue;
      if (claim.cue) cue = tokens_in(marks.dissection.tokens, *claim.cue);
    }
    claim.stance = rules.stances.of(cue, words_at(article.text, claim.span));
    claim.values = values_in(claim.span, marks);
    found.push_back({std::move(claim), proposition});
  }
  return found;
}

}  // namespace hearsay
