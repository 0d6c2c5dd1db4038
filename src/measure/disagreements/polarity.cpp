// Yes and no: what one claim asserts another denies, by its cue ("denied that the pier had burnt") or by its grammar
// ("nobody was hurt"). Who denies a thing means a claim of its point that has its predicate, or that a reader would set
// against it. A "no" by grammar is held only against a
// "yes" that is surely on one thing, told as a fact, with the same predicate and of the same: "the names were not
// released" does not deny "the boys were released", nor "they cannot win" "when they won".
#include "measure/disagreements/kinds.h"

#include "base/folded_words.h"
#include "base/keep_some.h"
#include "dissect/words/function_words.h"
#include "match/contrary_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

std::set<std::string> telling_words(std::size_t claim, const Evidence& evidence) {
  std::set<std::string> telling;
  for (std::string& word : folded_words_in_order(words_of(claim, evidence.claims[claim].span, evidence)))
    if (function_words().of(word) == 0) telling.insert(std::move(word));
  return telling;
}

std::vector<std::string> missing_in(const std::set<std::string>& other, const std::set<std::string>& words) {
  std::vector<std::string> missing;
  std::set_difference(words.begin(), words.end(), other.begin(), other.end(), std::back_inserter(missing));
  return missing;
}

bool is_plain(std::size_t claim, const Evidence& evidence) {
  const Assertion& x = evidence.profile(claim).assertion;
  return evidence.claims[claim].stance != Stance::denies && takes_side(claim, evidence) && x.real && x.clause &&
         !x.negated && !x.denial && !x.personal;
}

// A claim that says something plainly, and the words by which it does.
struct PlainClaim {
  std::size_t claim;
  std::set<std::string> words;
};

// "The miners are dead" and "the miners are alive": the same of one thing, but for one word and its contrary. On
// another day a door may be open that was closed.
std::optional<WordPair> contrary_in(const PlainClaim& a, const PlainClaim& b, const Evidence& evidence) {
  const ClaimProfile& x = evidence.profile(a.claim);
  const ClaimProfile& y = evidence.profile(b.claim);
  if (a.words.size() != b.words.size() || a.words.size() < 2) return std::nullopt;
  if (x.assertion.modal != y.assertion.modal || x.reported != y.reported) return std::nullopt;
  const auto only_a = missing_in(b.words, a.words), only_b = missing_in(a.words, b.words);
  if (only_a.size() != 1 || only_b.size() != 1) return std::nullopt;
  const WordPair pair(only_a.front(), only_b.front());
  if (!contrary_words().are_contrary(pair)) return std::nullopt;
  if (!told_by_two(a.claim, b.claim, evidence) || of_other_times(a.claim, b.claim, evidence)) return std::nullopt;
  return pair;
}

std::vector<Disagreement> contrary_claims(PointClaims point, const Evidence& evidence) {
  constexpr std::size_t most_compared = 100;
  std::vector<std::size_t> compared(point.begin(), point.end());
  keep_some(compared, most_compared);
  std::vector<PlainClaim> plain;
  for (const std::size_t claim : compared)
    if (is_plain(claim, evidence)) plain.push_back({claim, telling_words(claim, evidence)});
  for (std::size_t i = 0; i < plain.size(); ++i) {
    for (std::size_t j = i + 1; j < plain.size(); ++j) {
      const auto found = contrary_in(plain[i], plain[j], evidence);
      if (!found) continue;
      return {{DisagreementKind::polarity,
               DisagreementRelation::conflict,
               {plain[i].claim, plain[j].claim},
               fmt::format("\"{}\" and \"{}\"", found->first, found->second)}};
    }
  }
  return {};
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
  if (found.claims.empty()) return contrary_claims(point, evidence);
  found.why =
      fmt::format("{} it, {} it", yes.size() == 1 ? "1 report asserts" : fmt::format("{} reports assert", yes.size()),
                  no.size() == 1 ? "1 denies" : fmt::format("{} deny", no.size()));
  return {found};
}

}  // namespace hearsay
