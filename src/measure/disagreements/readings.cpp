// Contradiction in other words: what neither values nor grammar tell, but the inference model finds when it reads both
// claims in their sentences ("the hall stood empty" beside "those trapped in the hall"). Numbers and days are told only
// where both claims give such that are not the same, so that it can be shown what they differ in.
#include "itemise/values.h"
#include "measure/disagreements/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
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

// Does each claim give such a value, and none of one is the other's too?
template <class Kind>
bool give_others(const Claim& a, const Claim& b, bool (*same)(const Kind&, const Kind&)) {
  bool others = false;
  for (const Value& x : a.values) {
    for (const Value& y : b.values) {
      const auto* const one = std::get_if<Kind>(&x.what);
      const auto* const other = std::get_if<Kind>(&y.what);
      if (one == nullptr || other == nullptr) continue;
      if (same(*one, *other)) return false;
      others = true;
    }
  }
  return others;
}

bool can_be_shown(DisagreementKind kind, const Claim& a, const Claim& b) {
  if (kind == DisagreementKind::quantity || kind == DisagreementKind::scope)
    return give_others<QuantityValue>(a, b, same_bounds);
  return kind != DisagreementKind::date || give_others<DateValue>(a, b, same_days);
}

std::string why(DisagreementRelation relation) {
  if (relation == DisagreementRelation::update) return "read in their sentences, the later one tells a new state";
  if (relation == DisagreementRelation::scope) return "read in their sentences, they count different things";
  return "read in their sentences, one contradicts the other";
}

void add(std::vector<std::size_t>& claims, std::size_t claim) {
  if (std::find(claims.begin(), claims.end(), claim) == claims.end()) claims.push_back(claim);
}

}  // namespace

std::vector<Disagreement> differing_as_read(PointClaims point, const Evidence& evidence) {
  std::map<Found, std::vector<std::size_t>> all;
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = i + 1; j < point.size(); ++j) {
      const Dispute* const dispute = evidence.matched.dispute_of(point[i], point[j]);
      if (dispute == nullptr || !dispute->read) continue;
      const Found found = found_by(*dispute->read);
      if (dispute->probability < least_to_tell(found.first)) continue;
      if (!can_be_shown(found.first, evidence.claims[point[i]], evidence.claims[point[j]])) continue;
      add(all[found], point[i]);
      add(all[found], point[j]);
    }
  }
  std::vector<Disagreement> told;
  for (auto& [found, claims] : all) {
    std::sort(claims.begin(), claims.end());
    told.push_back({found.first, found.second, std::move(claims), why(found.second)});
  }
  return told;
}

}  // namespace hearsay
