// Actors: one deed laid on two doers. Both must have a name, or both a side of their own ("the army", "the rebels"): a
// name beside "gunmen" may be theirs. A body and its officer, two names that may be one and an act that many can do are
// no disagreement.
#include "match/disagreements_kinds.h"
#include "match/share_one.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

bool shares_happening(std::size_t a, std::size_t b, const Told& told) {
  return share_one(told.profiles[a].predicate_happenings, told.profiles[b].predicate_happenings);
}

bool one_deed(std::size_t a, std::size_t b, const Told& told) {
  const Deed& x = *told.deeds[a];
  const Deed& y = *told.deeds[b];
  if (x.done_to != y.done_to) return false;
  return x.act == y.act || (!x.done_to.empty() && shares_happening(a, b, told));
}

bool may_be_one(std::size_t a, std::size_t b, const Told& told) {
  const auto lists = [&](std::size_t x, std::size_t y) {
    const auto& maybe = told.entities[x].maybe;
    return std::any_of(maybe.begin(), maybe.end(), [&](const MaybeSame& same) { return same.entity == y; });
  };
  const auto belongs = [&](const Affiliation& tie) {
    return (tie.person == a && tie.body == b) || (tie.person == b && tie.body == a);
  };
  return a == b || lists(a, b) || lists(b, a) ||
         std::any_of(told.affiliations.begin(), told.affiliations.end(), belongs);
}

// An army and rebels are two; one country's army and another's are two; "the Norlandish army" may be "the army".
bool other_party(const Deed& x, const Deed& y) {
  if (x.party.empty() || y.party.empty()) return false;
  return x.party != y.party || (!x.side.empty() && !y.side.empty() && x.side != y.side);
}

// A person may act for a body, and a body for a country, so names are held against names of their own kind alone.
bool other_doer(const Deed& x, const Deed& y, const Told& told) {
  if (!x.entity || !y.entity) return other_party(x, y);
  return told.entities[*x.entity].kind == told.entities[*y.entity].kind && !may_be_one(*x.entity, *y.entity, told);
}

bool asserted(std::size_t claim, const Told& told) {
  return told.deeds[claim] && told.claims[claim].stance != Stance::denies &&
         told.claims[claim].stance != Stance::declines;
}

}  // namespace

std::vector<Disagreement> differing_actors(PointClaims point, const Told& told) {
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = i + 1; j < point.size(); ++j) {
      const std::size_t a = point[i];
      const std::size_t b = point[j];
      if (!asserted(a, told) || !asserted(b, told) || !one_deed(a, b, told)) continue;
      if (!other_doer(*told.deeds[a], *told.deeds[b], told) || !surely_of_one_thing(a, b, told)) continue;
      Disagreement found{DisagreementKind::actor, DisagreementRelation::conflict, {}, {}};
      for (const std::size_t c : point) {
        if (asserted(c, told) && one_deed(a, c, told)) found.claims.push_back(c);
      }
      found.why = fmt::format("\"{}\" and \"{}\" for one deed", words_of(a, told.deeds[a]->doer, told),
                              words_of(b, told.deeds[b]->doer, told));
      return {found};
    }
  }
  return {};
}

}  // namespace hearsay
