// Quantities: values of one thing held against each other as intervals. The first two claims that differ most speak for
// the disagreement; all that take part are listed.
#include "match/disagreements_kinds.h"

#include "match/folding.h"
#include "match/share_one.h"
#include "match/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace hearsay {

namespace {

const QuantityValue& quantity(const Given& given) { return std::get<QuantityValue>(given.value->what); }

class Finder {
 public:
  Finder(PointClaims point, const Told& told) : point_(point), told_(told) {}

  // Quantities of one thing, sorted into groups in order of appearance.
  std::vector<Disagreement> find() {
    std::vector<std::vector<Given>> groups;
    for (const std::size_t claim : point_) {
      for (const Value& value : told_.claims[claim].values) {
        if (!std::holds_alternative<QuantityValue>(value.what)) continue;
        const Given given{claim, &value};
        const ValueProfile& known = told_.profiles[claim].values[place(given)];
        if (!known.own || known.whole || is_conversion(given)) continue;
        // "one" points at something more often than it counts.
        if (quantity(given).low == 1.0 && quantity(given).high == 1.0 && !quantity(given).unit) continue;
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& g) { return tell_of_one_thing(g.front(), given); });
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
  std::string_view words(const Given& given) const { return words_of(given, told_); }

  bool tell_of_one_thing(const Given& a, const Given& b) const {
    return hearsay::tell_of_one_thing(told_.profiles[a.claim], place(a), told_.profiles[b.claim], place(b));
  }

  // One claim counts the dead, another all casualties: surely one point, and yet two things are counted. A claim that
  // gives both keeps them apart itself.
  void find_in_scope(const std::vector<std::vector<Given>>& groups) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
      for (std::size_t h = g + 1; h < groups.size(); ++h) {
        for (const Given& a : groups[g]) {
          for (const Given& b : groups[h]) {
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

  bool of_other_scope(const Given& a, const Given& b) const {
    return !to_counted(a).empty() && !to_counted(b).empty() && same_object(a, b) &&
           !same_bounds(quantity(a), quantity(b)) && surely_of_one_thing(a.claim, b.claim, told_);
  }

  static bool gives(std::size_t claim, const std::vector<Given>& group) {
    return std::any_of(group.begin(), group.end(), [&](const Given& given) { return given.claim == claim; });
  }

  // "300 km (190 miles)": the same once more.
  bool is_conversion(const Given& given) const {
    if (!quantity(given).unit || place(given) == 0) return false;
    const Value& before = told_.claims[given.claim].values[place(given) - 1];
    const auto* const other = std::get_if<QuantityValue>(&before.what);
    if (other == nullptr || !other->unit || before.span.end >= given.value->span.begin) return false;
    const std::string_view between = words_of(given.claim, {before.span.end, given.value->span.begin}, told_);
    return between == " (" || between == "/" || between == " or ";
  }

  static bool of_other_names(const ClaimProfile& x, const ClaimProfile& y) {
    return !x.names.empty() && !y.names.empty() && !share_one(x.names, y.names);
  }

  // What is measured has no noun of its own, so the clauses must be said of one thing.
  bool measured_alike(const Given& a, const Given& b) const {
    const ClaimProfile& x = told_.profiles[a.claim];
    const ClaimProfile& y = told_.profiles[b.claim];
    if (said_of_others(x.assertion, y.assertion) || of_other_names(x, y)) return false;
    return one_predicate(x, y) || told_.model.agree(x, y);
  }

  // Two claims in one point count one thing when they are surely on it, or when both name what they count in the same
  // two words or more ("border guards", whatever is said of them).
  bool comparable(const Given& a, const Given& b) const {
    if (is_part(a) != is_part(b)) return false;
    if (far_apart(a, b) && !told_.model.sure(told_.profiles[a.claim], told_.profiles[b.claim])) return false;
    if (quantity(a).unit && !measured_alike(a, b)) return false;
    if (!to_counted(a).empty() && to_counted(a) == to_counted(b)) return true;
    const auto& x = quantity(a).of;
    const auto& y = quantity(b).of;
    if (x && y && fold(*x) == fold(*y) && word_count(fold(*x)) > 1) return true;
    return told_.model.sure(told_.profiles[a.claim], told_.profiles[b.claim]);
  }

  // 149.6 feet are 150 feet.
  static bool is_rounded(const Given& a, const Given& b) {
    const QuantityValue& x = quantity(a);
    const QuantityValue& y = quantity(b);
    if (!x.unit || x.low != x.high || y.low != y.high || !x.low || !y.low) return false;
    return std::abs(*x.low - *y.low) * 200 <= std::max(std::abs(*x.low), std::abs(*y.low));
  }

  // Accounts of one count seldom differ so much: these are rather two counts.
  bool far_apart(const Given& a, const Given& b) const {
    constexpr double most = 4;
    const double x = middle(quantity(a));
    const double y = middle(quantity(b));
    return std::max(x, y) > most * std::min(x, y);
  }

  const std::vector<std::uint16_t>& to_counted(const Given& given) const {
    return told_.profiles[given.claim].values[place(given)].happenings;
  }

  bool is_part(const Given& given) const { return told_.profiles[given.claim].values[place(given)].part; }

  std::size_t place(const Given& given) const { return place_among_values(given, told_); }

  // Parts of one claim are not held against each other, and neither are two claims when a third value fits them better.
  void compare_quantities(const std::vector<Given>& group) {
    std::optional<std::pair<Given, Given>> differ;
    bool apart = false;
    for (const Given& a : group) {
      for (const Given& b : group) {
        if (a.claim >= b.claim || !told_by_two(a.claim, b.claim, told_)) continue;
        if (shares_value(a, b, group) || of_other_times(a.claim, b.claim, told_)) continue;
        if (same_bounds(quantity(a), quantity(b)) || is_rounded(a, b) || !comparable(a, b)) continue;
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
  bool same_object(const Given& a, const Given& b) const { return count_one_thing(quantity(a), quantity(b)); }

  // "At least seven", and the next day eleven: both may be true, and yet the later count replaces the earlier.
  bool grew(const Given& a, const Given& b) const {
    const bool a_first = *told_.articles[told_.claims[a.claim].article].published <
                         *told_.articles[told_.claims[b.claim].article].published;
    const auto& before = quantity(a_first ? a : b).low;
    const auto& after = quantity(a_first ? b : a).low;
    return before && after && *before < *after;
  }

  // Do the two claims also give one and the same value? Then the other numbers count something else.
  bool shares_value(const Given& a, const Given& b, const std::vector<Given>& group) const {
    for (const Given& x : group) {
      for (const Given& y : group) {
        if (x.claim == a.claim && y.claim == b.claim && same_bounds(quantity(x), quantity(y))) return true;
      }
    }
    return false;
  }

  // Each later article gives more, or the same: the count went on.
  // Measures do not grow as counts do: 600 tonnes and 1,100 tonnes are a conflict, whenever they are told.
  bool is_update(const Given& a, const Given& b, const std::vector<Given>& group) const {
    if (quantity(a).unit) return false;
    const auto when = [&](const Given& g) { return told_.articles[told_.claims[g.claim].article].published; };
    if (!when(a) || !when(b) || *when(a) == *when(b)) return false;
    for (const Given& x : group) {
      for (const Given& y : group) {
        if (!when(x) || !when(y) || !(*when(x) < *when(y)) || of_other_times(x.claim, y.claim, told_)) continue;
        if (!same_object(x, a) || !same_object(y, a)) continue;
        if (quantity(x).low && quantity(y).high && *quantity(y).high < *quantity(x).low) return false;
      }
    }
    return true;
  }

  void add(DisagreementRelation relation, const std::vector<Given>& group, std::string why) {
    Disagreement disagreement{DisagreementKind::quantity, relation, {}, std::move(why)};
    for (const Given& given : group) {
      if (disagreement.claims.empty() || disagreement.claims.back() != given.claim)
        disagreement.claims.push_back(given.claim);
    }
    found_.push_back(std::move(disagreement));
  }

  PointClaims point_;
  const Told& told_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> differing_quantities(PointClaims point, const Told& told) {
  return Finder(point, told).find();
}

}  // namespace hearsay
