// Every kind of thing is compared by itself: a point's quantities, its dates, its places, its doers, its yes and no,
// its wordings (a file each); last, what a reading of both finds beyond these. When in doubt there is no disagreement:
// a wrong one sends a reader on a false trail.
#include "measure/disagreements/disagreements.h"

#include "base/keep_some.h"
#include "base/share_one.h"
#include "itemise/values/values.h"
#include "match/disputes.h"
#include "measure/disagreements/kinds.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace hearsay {

namespace {

// Every claim is held against every other, so for a point that very many tell only claims in words of
// their own take part, and no more of these than can be compared.
std::vector<std::size_t> to_compare(std::span<const std::size_t> point, const Evidence& evidence) {
  constexpr std::size_t most = 100;
  std::vector<std::size_t> claims(point.begin(), point.end());
  if (claims.size() <= most) return claims;
  std::set<std::tuple<std::string_view, Stance, std::size_t>> told;
  std::erase_if(claims, [&](std::size_t c) {
    const Claim& claim = evidence.claims[c];
    return !told.emplace(words_of(c, claim.span, evidence), claim.stance, claim.origin).second;
  });
  keep_some(claims, most);
  return claims;
}

// Is what was read already told by what it rests on: the same kind of difference, or another among the same claims?
bool tells(const Disagreement& known, const Disagreement& read) {
  if (known.relation == DisagreementRelation::translation) return false;
  return known.kind == read.kind ||
         (known.relation != DisagreementRelation::compatible &&
          std::all_of(read.claims.begin(), read.claims.end(), [&](std::size_t claim) {
            return std::find(known.claims.begin(), known.claims.end(), claim) != known.claims.end();
          }));
}

}  // namespace

bool of_other_times(std::size_t a, std::size_t b, const Evidence& evidence) {
  return evidence.profile(a).long_ago != evidence.profile(b).long_ago;
}

bool told_by_two(std::size_t a, std::size_t b, const Evidence& evidence) {
  return told_by_two(evidence.claims[a], evidence.claims[b]);
}

bool may_dispute(std::size_t a, std::size_t b, const Evidence& evidence) {
  constexpr float least = 0.03F;
  const Dispute* const dispute = evidence.matched.dispute_of(a, b);
  const float probability =
      dispute != nullptr ? dispute->probability : evidence.likeness.dispute(evidence.profile(a), evidence.profile(b));
  return probability >= least;
}

bool can_be_set_against(std::size_t a, std::size_t b, const Evidence& evidence) {
  return one_predicate(evidence.profile(a), evidence.profile(b)) || may_dispute(a, b, evidence);
}

bool surely_of_one_thing(std::size_t a, std::size_t b, const Evidence& evidence) {
  return evidence.claims[a].article != evidence.claims[b].article && !of_other_times(a, b, evidence) &&
         evidence.likeness.sure(evidence.profile(a), evidence.profile(b));
}

bool name_others(const ClaimProfile& a, const ClaimProfile& b) {
  return !a.names.empty() && !b.names.empty() && !share_one(a.names, b.names);
}

bool is_period(const GivenValue& given, const Evidence& evidence) {
  const std::vector<Value>& values = evidence.claims[given.claim].values;
  return std::any_of(values.begin(), values.end(), [&](const Value& value) {
    return std::holds_alternative<DateValue>(value.what) && value.span.contains(given.value->span);
  });
}

std::string_view words_of(std::size_t claim, Span words, const Evidence& evidence) {
  return words_at(evidence.articles[evidence.claims[claim].article].text, words);
}

std::vector<Disagreement> find_disagreements(std::span<const std::size_t> point, const Evidence& evidence) {
  std::vector<Disagreement> found;
  const std::vector<std::size_t> claims = to_compare(point, evidence);
  for (const auto finder : {differing_quantities, differing_dates, differing_places, differing_actors,
                            differing_polarity, differing_wordings}) {
    auto more = finder(claims, evidence);
    std::move(more.begin(), more.end(), std::back_inserter(found));
  }
  for (Disagreement& read : differing_as_read(claims, evidence)) {
    if (std::none_of(found.begin(), found.end(), [&](const Disagreement& known) { return tells(known, read); }))
      found.push_back(std::move(read));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Disagreement& a, const Disagreement& b) { return a.relation < b.relation; });
  return found;
}

}  // namespace hearsay
