// Every kind of value is compared by itself: a point's quantities of one thing, then its dates, then its yes and no.
// The first two claims that differ most speak for the disagreement; all that take part are listed.
#include "match/disagreements.h"

#include "match/folding.h"
#include "match/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace hearsay {

namespace {

struct Given {
  std::size_t claim;
  const Value* value;
};

const QuantityValue& quantity(const Given& given) { return std::get<QuantityValue>(given.value->what); }
const DateValue& date(const Given& given) { return std::get<DateValue>(given.value->what); }

class Finder {
 public:
  Finder(std::span<const std::size_t> point, std::span<const Article> articles, std::span<const Claim> claims,
         std::span<const ClaimProfile> profiles, const LikenessModel& model)
      : point_(point), articles_(articles), claims_(claims), profiles_(profiles), model_(model) {}

  std::vector<Disagreement> find() {
    find_in_quantities();
    find_in_dates();
    find_in_polarity();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Disagreement& a, const Disagreement& b) { return a.relation < b.relation; });
    return std::move(found_);
  }

 private:
  std::string_view words(const Given& given) const {
    return words_at(articles_[claims_[given.claim].article].text, given.value->span);
  }

  // Quantities of one thing, sorted into groups in order of appearance.
  void find_in_quantities() {
    std::vector<std::vector<Given>> groups;
    for (const std::size_t claim : point_) {
      for (const Value& value : claims_[claim].values) {
        if (!std::holds_alternative<QuantityValue>(value.what)) continue;
        const Given given{claim, &value};
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
  }

  bool tell_of_one_thing(const Given& a, const Given& b) const {
    return hearsay::tell_of_one_thing(profiles_[a.claim], place(a), profiles_[b.claim], place(b));
  }

  // Two claims in one point count one thing when they are surely on it, or when both name what they count in the same
  // two words or more ("border guards", whatever is said of them).
  bool comparable(const Given& a, const Given& b) const {
    if (!to_counted(a).empty() && to_counted(a) == to_counted(b)) return true;
    const auto& x = quantity(a).of;
    const auto& y = quantity(b).of;
    if (x && y && fold(*x) == fold(*y) && word_count(fold(*x)) > 1) return true;
    return model_.sure(profiles_[a.claim], profiles_[b.claim]);
  }

  const std::vector<std::uint16_t>& to_counted(const Given& given) const {
    return profiles_[given.claim].of_values[place(given)];
  }

  // The value's place in its claim's list.
  std::size_t place(const Given& given) const {
    return static_cast<std::size_t>(given.value - claims_[given.claim].values.data());
  }

  // Parts of one claim are not held against each other, and neither are two claims when a third value fits them better.
  void compare_quantities(const std::vector<Given>& group) {
    std::optional<std::pair<Given, Given>> differ;
    bool apart = false;
    for (const Given& a : group) {
      for (const Given& b : group) {
        if (a.claim >= b.claim || shares_value(a, b, group) || of_other_times(a.claim, b.claim)) continue;
        if (same_bounds(quantity(a), quantity(b)) || !comparable(a, b)) continue;
        const bool disjoint = !compatible(quantity(a), quantity(b));
        if (!differ || (disjoint && !apart)) differ = {a, b};
        apart = apart || disjoint;
      }
    }
    if (!differ) return;
    const auto [a, b] = *differ;
    DisagreementRelation relation = apart ? DisagreementRelation::conflict : DisagreementRelation::compatible;
    if (is_update(a, b, group) && (apart || grew(a, b))) relation = DisagreementRelation::update;
    add(DisagreementKind::quantity, relation, group, fmt::format("\"{}\" and \"{}\"", words(a), words(b)));
  }

  // Does one claim name a day long before its report, which the other does not: last year's fire, an earlier crash?
  bool of_other_times(std::size_t a, std::size_t b) const { return profiles_[a].long_ago != profiles_[b].long_ago; }

  // Of the dead, not of the patients among them: only numbers of one object take part in a growing count.
  bool same_object(const Given& a, const Given& b) const { return count_one_thing(quantity(a), quantity(b)); }

  // "At least seven", and the next day eleven: both may be true, and yet the later count replaces the earlier.
  bool grew(const Given& a, const Given& b) const {
    const bool a_first =
        *articles_[claims_[a.claim].article].published < *articles_[claims_[b.claim].article].published;
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
    const auto when = [&](const Given& g) { return articles_[claims_[g.claim].article].published; };
    if (!when(a) || !when(b) || *when(a) == *when(b)) return false;
    for (const Given& x : group) {
      for (const Given& y : group) {
        if (!when(x) || !when(y) || !(*when(x) < *when(y)) || of_other_times(x.claim, y.claim)) continue;
        if (!same_object(x, a) || !same_object(y, a)) continue;
        if (quantity(x).low && quantity(y).high && *quantity(y).high < *quantity(x).low) return false;
      }
    }
    return true;
  }

  // Only claims with one date each: with two, which belongs to the point's act is not known.
  void find_in_dates() {
    std::vector<Given> group;
    for (const std::size_t claim : point_) {
      std::vector<Given> dates;
      for (const Value& value : claims_[claim].values) {
        if (std::holds_alternative<DateValue>(value.what)) dates.push_back({claim, &value});
      }
      if (dates.size() == 1) group.push_back(dates.front());
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) {
        if (agree(date(group[i]), date(group[j])) || !model_.sure(profiles_[group[i].claim], profiles_[group[j].claim]))
          continue;
        add(DisagreementKind::date, DisagreementRelation::conflict, group,
            fmt::format("\"{}\" ({}) and \"{}\" ({})", words(group[i]), date(group[i]).value, words(group[j]),
                        date(group[j]).value));
        return;
      }
    }
  }

  // A day in common and, where both give the time of day, the same: "T06" (around six) holds "T06:10".
  static bool agree(const DateValue& a, const DateValue& b) {
    if (!compatible(a, b)) return false;
    const std::size_t clock_a = a.value.find('T');
    const std::size_t clock_b = b.value.find('T');
    if (clock_a == std::string::npos || clock_b == std::string::npos) return true;
    const std::string_view x = std::string_view(a.value).substr(clock_a);
    const std::string_view y = std::string_view(b.value).substr(clock_b);
    const bool clocks = x.size() > 2 && y.size() > 2 && x[1] >= '0' && x[1] <= '9' && y[1] >= '0' && y[1] <= '9';
    return !clocks || x.starts_with(y) || y.starts_with(x);
  }

  void find_in_polarity() {
    std::vector<std::size_t> yes;
    std::vector<std::size_t> no;
    for (const std::size_t claim : point_) {
      if (claims_[claim].stance == Stance::declines) continue;
      const bool denied = (claims_[claim].stance == Stance::denies) != profiles_[claim].negated;
      (denied ? no : yes).push_back(claim);
    }
    if (yes.empty() || no.empty()) return;
    const bool by_denial =
        std::any_of(no.begin(), no.end(), [&](std::size_t c) { return claims_[c].stance == Stance::denies; });
    if (!by_denial) return;
    std::vector<std::size_t> all(point_.begin(), point_.end());
    found_.push_back({DisagreementKind::polarity, DisagreementRelation::conflict, all,
                      fmt::format("{} assert it, {} deny it", yes.size(), no.size())});
  }

  void add(DisagreementKind kind, DisagreementRelation relation, const std::vector<Given>& group, std::string why) {
    Disagreement disagreement{kind, relation, {}, std::move(why)};
    for (const Given& given : group) {
      if (disagreement.claims.empty() || disagreement.claims.back() != given.claim)
        disagreement.claims.push_back(given.claim);
    }
    found_.push_back(std::move(disagreement));
  }

  std::span<const std::size_t> point_;
  std::span<const Article> articles_;
  std::span<const Claim> claims_;
  std::span<const ClaimProfile> profiles_;
  const LikenessModel& model_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> find_disagreements(std::span<const std::size_t> point, std::span<const Article> articles,
                                             std::span<const Claim> claims, std::span<const ClaimProfile> profiles,
                                             const LikenessModel& model) {
  return Finder(point, articles, claims, profiles, model).find();
}

}  // namespace hearsay
