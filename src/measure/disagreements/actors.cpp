// Actors: one deed laid on two doers. Both must have a name, or both a side of their own ("the army", "the rebels"): a
// name beside "gunmen" may be theirs. A body and its officer, two names that may be one and an act that many can do are
// no disagreement. And a deed told the other way round: who beat whom.
#include "base/share_one.h"
#include "measure/disagreements/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace hearsay {

namespace {

bool shares_happening(std::size_t a, std::size_t b, const Evidence& evidence) {
  return share_one(evidence.profile(a).predicate_happenings, evidence.profile(b).predicate_happenings);
}

bool one_deed(std::size_t a, std::size_t b, const Evidence& evidence) {
  const Deed& x = *evidence.deeds[a];
  const Deed& y = *evidence.deeds[b];
  if (x.done_to != y.done_to) return false;
  return x.act == y.act || (!x.done_to.empty() && shares_happening(a, b, evidence));
}

bool may_be_one(std::size_t a, std::size_t b, const Evidence& evidence) {
  const auto lists = [&](std::size_t x, std::size_t y) {
    const auto& maybe = evidence.entities()[x].maybe;
    return std::any_of(maybe.begin(), maybe.end(), [&](const MaybeSame& same) { return same.entity == y; });
  };
  const auto belongs = [&](const Affiliation& tie) {
    return (tie.person == a && tie.body == b) || (tie.person == b && tie.body == a);
  };
  return a == b || lists(a, b) || lists(b, a) ||
         std::any_of(evidence.names.affiliations.begin(), evidence.names.affiliations.end(), belongs);
}

// An army and rebels are two; one country's army and another's are two; "the Norlandish army" may be "the army".
bool other_party(const Deed& x, const Deed& y) {
  if (x.party.empty() || y.party.empty()) return false;
  return x.party != y.party || (!x.side.empty() && !y.side.empty() && x.side != y.side);
}

// A person may act for a body, and a body for a country, so names are held against names of their own kind alone.
bool other_doer(const Deed& x, const Deed& y, const Evidence& evidence) {
  if (!x.entity || !y.entity) return other_party(x, y);
  return evidence.entities()[*x.entity].kind == evidence.entities()[*y.entity].kind &&
         !may_be_one(*x.entity, *y.entity, evidence);
}

bool asserted(std::size_t claim, const Evidence& evidence) {
  return evidence.deeds[claim] && evidence.claims[claim].stance != Stance::denies &&
         evidence.claims[claim].stance != Stance::declines;
}

bool told_as_fact(std::size_t claim, const Evidence& evidence) {
  const Assertion& x = evidence.profile(claim).assertion;
  const Stance stance = evidence.claims[claim].stance;
  return x.real && x.clause && !x.negated && !x.denial && stance != Stance::denies && stance != Stance::declines;
}

bool turned_round(std::size_t a, std::size_t b, const Evidence& evidence) {
  const ClaimProfile& x = evidence.profile(a);
  const ClaimProfile& y = evidence.profile(b);
  return x.predicate == y.predicate && x.assertion.modal == y.assertion.modal &&
         are_reversed(x.assertion, y.assertion) && told_as_fact(a, evidence) && told_as_fact(b, evidence) &&
         told_by_two(a, b, evidence) && !of_other_times(a, b, evidence);
}

std::optional<Disagreement> deed_turned_round(PointClaims point, const Evidence& evidence) {
  for (std::size_t i = 0; i < point.size(); ++i)
    for (std::size_t j = i + 1; j < point.size(); ++j)
      if (turned_round(point[i], point[j], evidence))
        return Disagreement{DisagreementKind::actor,
                            DisagreementRelation::conflict,
                            {point[i], point[j]},
                            "who does it in the one has it done to them in the other"};
  return std::nullopt;
}

}  // namespace

std::vector<Disagreement> differing_actors(PointClaims point, const Evidence& evidence) {
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = i + 1; j < point.size(); ++j) {
      const std::size_t a = point[i];
      const std::size_t b = point[j];
      if (!asserted(a, evidence) || !asserted(b, evidence) || !one_deed(a, b, evidence)) continue;
      if (!other_doer(*evidence.deeds[a], *evidence.deeds[b], evidence) || !surely_of_one_thing(a, b, evidence))
        continue;
      Disagreement found{DisagreementKind::actor, DisagreementRelation::conflict, {}, {}};
      for (const std::size_t c : point) {
        if (asserted(c, evidence) && one_deed(a, c, evidence)) found.claims.push_back(c);
      }
      found.why = fmt::format("\"{}\" and \"{}\" for one deed", words_of(a, evidence.deeds[a]->doer, evidence),
                              words_of(b, evidence.deeds[b]->doer, evidence));
      return {found};
    }
  }
  if (auto found = deed_turned_round(point, evidence)) return {*std::move(found)};
  return {};
}

}  // namespace hearsay
