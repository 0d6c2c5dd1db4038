// Places: two claims surely on one thing, each with one place for it, of which neither may hold the other. A claim that
// a third joins to both ("in X and Y") and a place that is only a part of another make no disagreement.
#include "itemise/values/values.h"
#include "measure/disagreements/kinds.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

// The entity that is the place; only places with one take part.
std::size_t place(const GivenValue& given) { return *std::get<PlaceValue>(given.value->what).entity; }

std::vector<GivenValue> only_places(PointClaims point, const Evidence& evidence) {
  std::vector<GivenValue> group;
  for (const std::size_t claim : point) {
    std::vector<GivenValue> places;
    for (const Value& value : evidence.claims[claim].values) {
      const auto* const known = std::get_if<PlaceValue>(&value.what);
      if (known != nullptr && known->entity) places.push_back({claim, &value});
    }
    if (places.size() == 1 && evidence.claims[claim].stance != Stance::denies &&
        !evidence.profile(claim).assertion.negated)
      group.push_back(places.front());
  }
  return group;
}

// An article that gives both places somewhere in the point does not set one against the other.
bool article_gives(std::size_t article, std::size_t entity, const std::vector<GivenValue>& group,
                   const Evidence& evidence) {
  return std::any_of(group.begin(), group.end(), [&](const GivenValue& given) {
    return place(given) == entity && evidence.claims[given.claim].article == article;
  });
}

// Days that have nothing in common: two events, each in its place.
bool on_other_days(std::size_t a, std::size_t b, const Evidence& evidence) {
  for (const Value& x : evidence.claims[a].values) {
    for (const Value& y : evidence.claims[b].values) {
      const auto* const day = std::get_if<DateValue>(&x.what);
      const auto* const other = std::get_if<DateValue>(&y.what);
      if (day != nullptr && other != nullptr && !compatible(*day, *other)) return true;
    }
  }
  return false;
}

bool set_apart(const GivenValue& a, const GivenValue& b, const std::vector<GivenValue>& group,
               const Evidence& evidence) {
  return surely_of_one_thing(a.claim, b.claim, evidence) && !on_other_days(a.claim, b.claim, evidence) &&
         !article_gives(evidence.claims[a.claim].article, place(b), group, evidence) &&
         !article_gives(evidence.claims[b.claim].article, place(a), group, evidence) &&
         evidence.names.places.between(place(a), place(b)) != PlaceRelation::unknown;
}

}  // namespace

std::vector<Disagreement> differing_places(PointClaims point, const Evidence& evidence) {
  const std::vector<GivenValue> group = only_places(point, evidence);
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      if (!set_apart(group[i], group[j], group, evidence)) continue;
      const bool near = evidence.names.places.between(place(group[i]), place(group[j])) == PlaceRelation::near;
      Disagreement found{
          DisagreementKind::place, near ? DisagreementRelation::compatible : DisagreementRelation::conflict, {}, {}};
      for (const GivenValue& given : group) found.claims.push_back(given.claim);
      found.why = fmt::format("\"{}\" and \"{}\"{}", words_of(group[i], evidence), words_of(group[j], evidence),
                              near ? ", which a report puts near one another" : "");
      return {found};
    }
  }
  return {};
}

}  // namespace hearsay
