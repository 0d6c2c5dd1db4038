// Contradiction in other words: what neither values nor grammar tell, but the inference model finds when it reads both
// claims in their sentences ("the hall stood empty" beside "those trapped in the hall"). Numbers and days are told only
// where both claims give such that are not the same, so that it can be shown what they differ in.
#include "itemise/values/values.h"
#include "measure/disagreements/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <variant>

namespace hearsay {

namespace {

// Of numbers told from here on three in five are real, to a reader who was shown them; of other kinds, yes and no above
// all, one in ten, so that they must be far likelier.
constexpr float least_of_numbers = 0.25F;
constexpr float least_of_others = 0.6F;

float least_to_tell(DisagreementKind kind) {
  return kind == DisagreementKind::quantity || kind == DisagreementKind::scope ? least_of_numbers : least_of_others;
}

using Found = std::pair<DisagreementKind, DisagreementRelation>;

Found found_by(const PairReading& read) {
  constexpr DisagreementKind kinds[] = {DisagreementKind::quantity, DisagreementKind::date,
                                        DisagreementKind::place,    DisagreementKind::actor,
                                        DisagreementKind::polarity, DisagreementKind::wording};
  if (read.how == Relatedness::other_scope) return {DisagreementKind::scope, DisagreementRelation::scope};
  return {kinds[static_cast<std::size_t>(read.what)],
          read.how == Relatedness::update ? DisagreementRelation::update : DisagreementRelation::conflict};
}

// The claims that stand inside a claim's words, itself the first.
std::vector<std::size_t> claims_inside(std::size_t claim, const Evidence& evidence) {
  std::vector<std::size_t> inside{claim};
  const Claim& own = evidence.claims[claim];
  for (std::size_t c = 0; c < evidence.claims.size(); ++c) {
    const Claim& other = evidence.claims[c];
    if (other.article == own.article && other.span != own.span && own.span.contains(other.span)) inside.push_back(c);
  }
  return inside;
}

// May claims inside the two be rivals themselves? Then the difference is theirs, in their point.
bool parts_may_dispute(std::size_t a, std::size_t b, const Evidence& evidence) {
  const std::vector<std::size_t> of_a = claims_inside(a, evidence), of_b = claims_inside(b, evidence);
  for (const std::size_t x : of_a)
    for (const std::size_t y : of_b)
      if ((x != a || y != b) && evidence.matched.dispute_of(x, y) != nullptr) return true;
  return false;
}

// Does each claim give a number, of one unit and neither a part of something, and none the other's too?
bool give_other_numbers(std::size_t a, std::size_t b, const Evidence& evidence) {
  if (name_others(evidence.profile(a), evidence.profile(b))) return false;
  const auto is_part = [&](const GivenValue& given) {
    return evidence.profile(given.claim).values[place_among_values(given, evidence)].part;
  };
  bool others = false;
  for (const Value& x : evidence.claims[a].values) {
    for (const Value& y : evidence.claims[b].values) {
      const auto* const one = std::get_if<QuantityValue>(&x.what);
      const auto* const other = std::get_if<QuantityValue>(&y.what);
      if (one == nullptr || other == nullptr || one->unit != other->unit) continue;
      if (same_bounds(*one, *other)) return false;
      if (is_part({a, &x}) != is_part({b, &y})) continue;
      if (is_period({a, &x}, evidence) || is_period({b, &y}, evidence)) continue;
      others = true;
    }
  }
  return others;
}

bool give_other_days(const Claim& a, const Claim& b) {
  bool others = false;
  for (const Value& x : a.values) {
    for (const Value& y : b.values) {
      const auto* const one = std::get_if<DateValue>(&x.what);
      const auto* const other = std::get_if<DateValue>(&y.what);
      if (one == nullptr || other == nullptr) continue;
      if (same_days(*one, *other)) return false;
      others = true;
    }
  }
  return others;
}

bool can_be_shown(DisagreementKind kind, std::size_t a, std::size_t b, const Evidence& evidence) {
  if (kind == DisagreementKind::quantity || kind == DisagreementKind::scope) return give_other_numbers(a, b, evidence);
  return kind != DisagreementKind::date || give_other_days(evidence.claims[a], evidence.claims[b]);
}

std::string why(DisagreementRelation relation) {
  if (relation == DisagreementRelation::update) return "read in their sentences, the later one tells a new state";
  if (relation == DisagreementRelation::scope) return "read in their sentences, they count different things";
  return "read in their sentences, one contradicts the other";
}

}  // namespace

std::vector<Disagreement> differing_as_read(PointClaims point, const Evidence& evidence) {
  std::map<Found, std::set<std::size_t>> all;
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = i + 1; j < point.size(); ++j) {
      const Dispute* const dispute = evidence.matched.dispute_of(point[i], point[j]);
      if (dispute == nullptr || !dispute->read) continue;
      const Found found = found_by(*dispute->read);
      if (dispute->probability < least_to_tell(found.first)) continue;
      if (!can_be_shown(found.first, point[i], point[j], evidence)) continue;
      if (parts_may_dispute(point[i], point[j], evidence)) continue;
      all[found].insert({point[i], point[j]});
    }
  }
  std::vector<Disagreement> told;
  for (const auto& [found, claims] : all)
    told.push_back({found.first, found.second, {claims.begin(), claims.end()}, why(found.second)});
  return told;
}

}  // namespace hearsay
