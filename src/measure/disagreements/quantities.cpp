// Quantities: values of one thing held against each other as intervals. The first two claims that differ most speak for
// the disagreement; all that take part are listed.
#include "measure/disagreements/kinds.h"

#include "base/folded_words.h"
#include "base/share_one.h"
#include "itemise/values/claim_values.h"
#include "itemise/values/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>

namespace hearsay {

namespace {

const QuantityValue& quantity(const GivenValue& given) { return std::get<QuantityValue>(given.value->what); }

class Finder {
 public:
  Finder(PointClaims point, const Evidence& evidence) : point_(point), evidence_(evidence) {}

  // Quantities of one thing, sorted into groups in order of appearance.
  std::vector<Disagreement> find() {
    std::vector<std::vector<GivenValue>> groups;
    for (const std::size_t claim : point_) {
      for (const Value& value : evidence_.claims[claim].values) {
        if (!std::holds_alternative<QuantityValue>(value.what)) continue;
        const GivenValue given{claim, &value};
        const ValueProfile& known = evidence_.profile(claim).values[place(given)];
        if (!known.own || known.whole || is_conversion(given) || is_period(given, evidence_)) continue;
        // "one" points at something more often than it counts.
        if (quantity(given).low == 1.0 && quantity(given).high == 1.0 && !quantity(given).unit) continue;
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return belongs(given, g); });
        if (group == groups.end()) {
          groups.push_back({given});
        } else {
          group->push_back(given);
        }
      }
    }
    for (const auto& group : groups) compare_quantities(group);
    find_in_scope(groups);
    return std::move(found_);
  }

 private:
  // To values of one thing, or of things that are named in the same words.
  bool belongs(const GivenValue& given, const std::vector<GivenValue>& group) const {
    return tell_of_one_thing(group.front(), given) || std::any_of(group.begin(), group.end(), [&](const GivenValue& g) {
             return named_alike(g, given) || are_rivals(g, given);
           });
  }

  // May two counts be rivals to a reader, each the one number of its claim? What happens to the counted may be told of
  // one of them alone.
  bool are_rivals(const GivenValue& a, const GivenValue& b) const {
    if (quantity(a).unit || quantity(b).unit || !is_only(a) || !is_only(b) || is_part(a) != is_part(b)) return false;
    if (of_other_happenings(a, b)) return false;
    if (quantity(a).of && quantity(b).of && !same_object(a, b)) return false;
    return evidence_.claims[a.claim].article != evidence_.claims[b.claim].article &&
           may_dispute(a.claim, b.claim, evidence_);
  }

  bool is_only(const GivenValue& given) const {
    return count_values<QuantityValue>(evidence_.claims[given.claim]) == 1;
  }

  // Most words of the shorter of two names for what is counted stand in the other: "the stranded ferry passengers" are
  // "passengers" where it is not told that different things happened to them.
  bool named_alike(const GivenValue& a, const GivenValue& b) const {
    if (of_other_happenings(a, b)) return false;
    const QuantityValue& x = quantity(a);
    const QuantityValue& y = quantity(b);
    if (x.unit != y.unit || !x.of || !y.of) return false;
    const std::set<std::string> some = folded_words(*x.of);
    const std::set<std::string> others = folded_words(*y.of);
    const std::size_t shared = count_shared(some, others);
    return shared > 0 && 2 * shared >= std::min(some.size(), others.size());
  }

  std::string_view words(const GivenValue& given) const { return words_of(given, evidence_); }

  bool tell_of_one_thing(const GivenValue& a, const GivenValue& b) const {
    return hearsay::tell_of_one_thing(evidence_.profile(a.claim), place(a), evidence_.profile(b.claim), place(b));
  }

  // One claim counts the dead, another all casualties: surely one point, and yet two things are counted. A claim that
  // gives both keeps them apart itself.
  void find_in_scope(const std::vector<std::vector<GivenValue>>& groups) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (std::size_t h = g + 1; h < groups.size(); ++h) {
        for (const GivenValue& a : groups[g]) {
          for (const GivenValue& b : groups[h]) {
            if (!of_other_scope(a, b) || gives(a.claim, groups[h]) || gives(b.claim, groups[g])) continue;
            found_.push_back({DisagreementKind::scope,
                              DisagreementRelation::scope,
                              {a.claim, b.claim},
                              fmt::format("\"{}\" and \"{}\" count different things", words(a), words(b))});
            return;
          }
        }
      }
    }
  }

  bool of_other_scope(const GivenValue& a, const GivenValue& b) const {
    return !to_counted(a).empty() && !to_counted(b).empty() && same_object(a, b) &&
           !compatible(quantity(a), quantity(b)) && surely_of_one_thing(a.claim, b.claim, evidence_) &&
           can_be_set_against(a.claim, b.claim, evidence_);
  }

  static bool gives(std::size_t claim, const std::vector<GivenValue>& group) {
    return std::any_of(group.begin(), group.end(), [&](const GivenValue& given) { return given.claim == claim; });
  }

  // "300 km (190 miles)": the same once more.
  bool is_conversion(const GivenValue& given) const {
    if (!quantity(given).unit || place(given) == 0) return false;
    const Value& before = evidence_.claims[given.claim].values[place(given) - 1];
    const auto* const other = std::get_if<QuantityValue>(&before.what);
    if (other == nullptr || !other->unit || before.span.end >= given.value->span.begin) return false;
    const std::string_view between = words_of(given.claim, {before.span.end, given.value->span.begin}, evidence_);
    return between == " (" || between == "/" || between == " or ";
  }

  // What is measured has no noun of its own, so the clauses must be said of one thing.
  bool measured_alike(const GivenValue& a, const GivenValue& b) const {
    const ClaimProfile& x = evidence_.profile(a.claim);
    const ClaimProfile& y = evidence_.profile(b.claim);
    if (said_of_others(x.assertion, y.assertion) || name_others(x, y)) return false;
    if (!named_alike(a, b) && (measures_several(a) || measures_several(b))) return false;
    return one_predicate(x, y) || evidence_.likeness.sure(x, y);
  }

  // "48 percent for Vell, 41 for Kalm": one of several measures of one unit. Which of them another claim measures, its
  // values do not tell.
  bool measures_several(const GivenValue& given) const {
    const std::vector<Value>& values = evidence_.claims[given.claim].values;
    return std::count_if(values.begin(), values.end(), [&](const Value& value) {
             const auto* const other = std::get_if<QuantityValue>(&value.what);
             return other != nullptr && other->unit == quantity(given).unit;
           }) > 1;
  }

  // Two claims in one point count one thing when a reader would call their numbers rivals, when they are surely on it,
  // when the same happened to what they count, or when they name it alike.
  bool comparable(const GivenValue& a, const GivenValue& b) const {
    if (are_rivals(a, b)) return true;
    if (is_part(a) != is_part(b)) return false;
    if (far_apart(a, b) && !evidence_.likeness.sure(evidence_.profile(a.claim), evidence_.profile(b.claim)))
      return false;
    if (quantity(a).unit && !measured_alike(a, b)) return false;
    if (!to_counted(a).empty() && to_counted(a) == to_counted(b)) return true;
    if (named_alike(a, b)) return true;
    return evidence_.likeness.sure(evidence_.profile(a.claim), evidence_.profile(b.claim));
  }

  // 149.6 feet are 150 feet.
  static bool is_rounded(const GivenValue& a, const GivenValue& b) {
    const QuantityValue& x = quantity(a);
    const QuantityValue& y = quantity(b);
    if (!x.unit || x.low != x.high || y.low != y.high || !x.low || !y.low) return false;
    return std::abs(*x.low - *y.low) * 200 <= std::max(std::abs(*x.low), std::abs(*y.low));
  }

  // Accounts of one count seldom differ so much: these are rather two counts.
  bool far_apart(const GivenValue& a, const GivenValue& b) const {
    constexpr double most = 6;
    const double x = middle(quantity(a));
    const double y = middle(quantity(b));
    return std::max(x, y) > most * std::min(x, y);
  }

  const std::vector<std::uint16_t>& to_counted(const GivenValue& given) const {
    return evidence_.profile(given.claim).values[place(given)].happenings;
  }

  // Is it told of both what happens to the counted, and not the same?
  bool of_other_happenings(const GivenValue& a, const GivenValue& b) const {
    return !to_counted(a).empty() && !to_counted(b).empty() && !share_one(to_counted(a), to_counted(b));
  }

  bool is_part(const GivenValue& given) const { return evidence_.profile(given.claim).values[place(given)].part; }

  std::size_t place(const GivenValue& given) const { return place_among_values(given, evidence_); }

  // Does a report that gives the one value give the other too? Then it counts two things, or tells how a count went on.
  bool one_report_gives_both(const GivenValue& a, const GivenValue& b, const std::vector<GivenValue>& group) const {
    const std::size_t of_a = evidence_.claims[a.claim].article;
    const std::size_t of_b = evidence_.claims[b.claim].article;
    return std::any_of(group.begin(), group.end(), [&](const GivenValue& other) {
      const std::size_t article = evidence_.claims[other.claim].article;
      return (article == of_a && same_bounds(quantity(other), quantity(b))) ||
             (article == of_b && same_bounds(quantity(other), quantity(a)));
    });
  }

  // Parts of one claim are not held against each other, and neither are two claims when a third value fits them better.
  void compare_quantities(const std::vector<GivenValue>& group) {
    std::optional<std::pair<GivenValue, GivenValue>> differ;
    bool apart = false;
    for (const GivenValue& a : group) {
      for (const GivenValue& b : group) {
        if (a.claim >= b.claim || !told_by_two(a.claim, b.claim, evidence_)) continue;
        if (shares_value(a, b, group) || of_other_times(a.claim, b.claim, evidence_)) continue;
        if (same_bounds(quantity(a), quantity(b)) || is_rounded(a, b) || !comparable(a, b)) continue;
        if (one_report_gives_both(a, b, group) && !is_update(a, b, group)) continue;
        const bool disjoint = !compatible(quantity(a), quantity(b));
        if (!differ || (disjoint && !apart)) differ = {a, b};
        apart = apart || disjoint;
      }
    }
    if (!differ) return;
    const auto [a, b] = *differ;
    DisagreementRelation relation = apart ? DisagreementRelation::conflict : DisagreementRelation::compatible;
    if (is_update(a, b, group) && (apart || grew(a, b))) relation = DisagreementRelation::update;
    add(relation, group, fmt::format("\"{}\" and \"{}\"", words(a), words(b)));
  }

  // Of the dead, not of the patients among them: only numbers of one object take part in a growing count.
  bool same_object(const GivenValue& a, const GivenValue& b) const { return count_one_thing(quantity(a), quantity(b)); }

  // "At least seven", and the next day eleven: both may be true, and yet the later count replaces the earlier.
  bool grew(const GivenValue& a, const GivenValue& b) const {
    const bool a_first = *evidence_.articles[evidence_.claims[a.claim].article].published <
                         *evidence_.articles[evidence_.claims[b.claim].article].published;
    const auto& before = quantity(a_first ? a : b).low;
    const auto& after = quantity(a_first ? b : a).low;
    return before && after && *before < *after;
  }

  // Do the two claims also give one and the same value? Then the other numbers count something else.
  bool shares_value(const GivenValue& a, const GivenValue& b, const std::vector<GivenValue>& group) const {
    const auto [first_of_a, last_of_a] = of_claim(a, group);
    const auto [first_of_b, last_of_b] = of_claim(b, group);
    return std::any_of(first_of_a, last_of_a, [&, first = first_of_b, last = last_of_b](const GivenValue& x) {
      return std::any_of(first, last, [&](const GivenValue& y) { return same_bounds(quantity(x), quantity(y)); });
    });
  }

  // The values of one claim stand together in a group.
  static std::pair<const GivenValue*, const GivenValue*> of_claim(const GivenValue& one,
                                                                  const std::vector<GivenValue>& group) {
    const GivenValue* first = &one;
    const GivenValue* last = &one + 1;
    while (first != group.data() && (first - 1)->claim == one.claim) --first;
    while (last != group.data() + group.size() && last->claim == one.claim) ++last;
    return {first, last};
  }

  // Each later article gives more, or the same: the count went on.
  // Measures do not grow as counts do: 600 tonnes and 1,100 tonnes are a conflict, whenever they are told.
  bool is_update(const GivenValue& a, const GivenValue& b, const std::vector<GivenValue>& group) const {
    if (quantity(a).unit) return false;
    const auto when = [&](const GivenValue& g) {
      return evidence_.articles[evidence_.claims[g.claim].article].published;
    };
    if (!when(a) || !when(b) || *when(a) == *when(b)) return false;
    for (const GivenValue& x : group) {
      for (const GivenValue& y : group) {
        if (!when(x) || !when(y) || !(*when(x) < *when(y)) || of_other_times(x.claim, y.claim, evidence_)) continue;
        if (!same_object(x, a) || !same_object(y, a)) continue;
        if (quantity(x).low && quantity(y).high && *quantity(y).high < *quantity(x).low) return false;
      }
    }
    return true;
  }

  void add(DisagreementRelation relation, const std::vector<GivenValue>& group, std::string why) {
    Disagreement disagreement{DisagreementKind::quantity, relation, {}, std::move(why)};
    for (const GivenValue& given : group) {
      if (disagreement.claims.empty() || disagreement.claims.back() != given.claim)
        disagreement.claims.push_back(given.claim);
    }
    found_.push_back(std::move(disagreement));
  }

  PointClaims point_;
  const Evidence& evidence_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> differing_quantities(PointClaims point, const Evidence& evidence) {
  return Finder(point, evidence).find();
}

}  // namespace hearsay
