// Yes and no: what one claim asserts another denies, by its cue ("denied that the pier had burnt") or by its grammar
// ("nobody was hurt"). Who denies a thing means a claim of its point that has its predicate, or that a reader would set
// against it. A "no" by grammar is held only against a
// "yes" that is surely on one thing, told as a fact, with the same predicate and of the same: "the names were not
// released" does not deny "the boys were released", nor "they cannot win" "when they won".
#include "measure/disagreements/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hearsay {

namespace {

constexpr float least_likely = 0.5F;  // that what is denied is what the other asserts

bool takes_side(std::size_t claim, const Evidence& evidence) {
  return evidence.claims[claim].stance != Stance::declines && !evidence.claims[claim].left_open;
}

bool says_no(std::size_t claim, const Evidence& evidence) {
  return (evidence.claims[claim].stance == Stance::denies) != evidence.profile(claim).assertion.negated;
}

// Is the "no" that grammar tells a "no" to the other?
bool negates(const ClaimProfile& no, const ClaimProfile& yes) {
  const Assertion& x = no.assertion;
  const Assertion& y = yes.assertion;
  if (!x.real || !y.real || x.personal || y.personal || x.detailed || y.detailed || x.modal != y.modal) return false;
  if (!one_predicate(yes, no)) return false;
  // "It is no truce" beside "their part in the truce".
  if (!x.clause || !y.clause) return x.clause && x.nominal && no.predicate == yes.predicate;
  const bool of_anybody = x.by_none && x.doers.empty() && x.patients.empty();  // "nobody was hurt"
  return of_anybody || said_of_one_thing(x, y);
}

bool contradicts(std::size_t yes, std::size_t no, const Evidence& evidence) {
  if (!told_by_two(yes, no, evidence) || of_other_times(yes, no, evidence)) return false;
  const Assertion& asserted = evidence.profile(yes).assertion;
  if (evidence.claims[no].stance == Stance::denies)
    return asserted.clause && asserted.real && !asserted.denial && evidence.profile(no).assertion.clause &&
           evidence.likeness.probability(evidence.profile(yes), evidence.profile(no)) >= least_likely &&
           can_be_set_against(yes, no, evidence);
  return evidence.likeness.sure(evidence.profile(yes), evidence.profile(no)) &&
         negates(evidence.profile(no), evidence.profile(yes));
}

}  // namespace

std::vector<Disagreement> differing_polarity(PointClaims point, const Evidence& evidence) {
  Disagreement found{DisagreementKind::polarity, DisagreementRelation::conflict, {}, {}};
  std::set<std::size_t> yes;  // articles
  std::set<std::size_t> no;
  for (const std::size_t a : point) {
    const bool a_says_no = says_no(a, evidence);
    const bool differs = std::any_of(point.begin(), point.end(), [&](std::size_t b) {
      if (!takes_side(a, evidence) || !takes_side(b, evidence) || says_no(b, evidence) == a_says_no) return false;
      return a_says_no ? contradicts(b, a, evidence) : contradicts(a, b, evidence);
    });
    if (!differs) continue;
    (a_says_no ? no : yes).insert(evidence.claims[a].article);
    found.claims.push_back(a);
  }
  if (found.claims.empty()) return {};
  found.why =
      fmt::format("{} it, {} it", yes.size() == 1 ? "1 report asserts" : fmt::format("{} reports assert", yes.size()),
                  no.size() == 1 ? "1 denies" : fmt::format("{} deny", no.size()));
  return {found};
}

}  // namespace hearsay
