#include "match/value_clues.h"

#include "itemise/values/values.h"
#include "match/likeness.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <variant>

namespace hearsay {

namespace {

constexpr std::int32_t nothing = 9999;  // no two values to hold against each other

// A few days at the most.
bool is_short(const DateValue& date) { return date.from && date.to && *date.to - *date.from <= std::chrono::days{2}; }

bool months_apart(const DateValue& a, const DateValue& b) {
  constexpr std::chrono::days month{31};
  const auto from_a = a.from ? a.from : a.to;
  const auto from_b = b.from ? b.from : b.to;
  const auto to_a = a.to ? a.to : a.from;
  const auto to_b = b.to ? b.to : b.from;
  return from_a && from_b && (*from_a > *to_b + month || *from_b > *to_a + month);
}

// What the values of two claims say for their being on one thing.
class Values {
 public:
  Values(const ClaimProfile& a, const ClaimProfile& b, PairClues& out) : a_(a), b_(b), out_(out) {
    for (const PairClue gap :
         {PairClue::figure_ratio, PairClue::loose_figure_ratio, PairClue::day_gap, PairClue::clock_gap})
      set(gap, nothing);
    for (std::size_t i = 0; i < a.values.size(); ++i) {
      for (std::size_t j = 0; j < b.values.size(); ++j) {
        hold_against(i, j);
        if (a.values[i].own && b.values[j].own) compare(i, j);
      }
    }
  }

  // Each 0 or 1000, or the rarity of what they share.
  void put_all() {
    const auto put = [&](PairClue clue, float value) {
      out_[clue] = static_cast<std::int32_t>(std::lround(value * 1000));
    };
    put(PairClue::same_figure, same_figure_);
    put(PairClue::same_number, same_number_ ? 1 : 0);
    put(PairClue::near_number, near_number_ && !same_number_ ? 1 : 0);
    put(PairClue::far_number, far_number_ && !near_number_ && !same_number_ ? 1 : 0);
    put(PairClue::same_day, same_day_);
    put(PairClue::other_month, other_month_ && !near_day_ ? 1 : 0);
  }

 private:
  void set(PairClue clue, std::int32_t value) { out_[clue] = value; }

  // Two values side by side; of all, what is nearest counts.
  void hold_against(std::size_t i, std::size_t j) {
    const auto& x = a_.claim->values[i].what;
    const auto& y = b_.claim->values[j].what;
    if (const auto* p = std::get_if<DateValue>(&x), *q = std::get_if<DateValue>(&y); p && q) hold_against(*p, *q);
    if (const auto* p = std::get_if<PlaceValue>(&x), *q = std::get_if<PlaceValue>(&y); p && q && p->entity && q->entity)
      note_nearest(PairClue::places_differ, p->entity == q->entity ? 1 : 2);
    if (const auto* p = std::get_if<QuantityValue>(&x), *q = std::get_if<QuantityValue>(&y); p && q) {
      if (tell_of_one_thing(a_, i, b_, j)) {
        set(PairClue::one_counted, 1);
        hold_against(*p, *q, PairClue::figures_differ, PairClue::figure_ratio);
      }
      hold_against(*p, *q, PairClue::loose_figures_differ, PairClue::loose_figure_ratio);
      if (p->unit && p->unit == q->unit) set(PairClue::one_unit, 1);
      if (p->approximate || q->approximate) set(PairClue::approximate_most, 1);
    }
  }

  void hold_against(const QuantityValue& p, const QuantityValue& q, PairClue differ, PairClue ratio) {
    note_nearest(differ, same_bounds(p, q) ? 1 : compatible(p, q) ? 2 : 3);
    const double most = std::max(middle(p), middle(q)) + 1;
    const double least = std::max(std::min(middle(p), middle(q)) + 1, 1.0);
    const auto in_hundredths = static_cast<std::int32_t>(std::lround(100 * std::log2(std::max(most / least, 1.0))));
    set(ratio, std::min(out_[ratio], in_hundredths));
  }

  void hold_against(const DateValue& p, const DateValue& q) {
    note_nearest(PairClue::days_differ, same_days(p, q) ? 1 : compatible(p, q) ? 2 : 3);
    const auto first = p.from ? p.from : p.to;
    const auto second = q.from ? q.from : q.to;
    if (first && second)
      set(PairClue::day_gap, static_cast<std::int32_t>(std::min<std::int64_t>(out_[PairClue::day_gap],
                                                                              std::abs((*first - *second).count()))));
    const auto clock = clock_of(p);
    const auto other = clock_of(q);
    if (!clock || !other) return;
    const std::int32_t gap = std::abs(clock->minutes - other->minutes);
    note_nearest(PairClue::clocks_differ, gap == 0 ? 1 : 2);
    set(PairClue::clock_gap, std::min(out_[PairClue::clock_gap], gap));
  }

  // 0: there is nothing to compare.
  void note_nearest(PairClue clue, std::int32_t value) {
    out_[clue] = out_[clue] == 0 ? value : std::min(out_[clue], value);
  }

  void compare(std::size_t i, std::size_t j) {
    const auto& x = a_.claim->values[i].what;
    const auto& y = b_.claim->values[j].what;
    if (const auto* p = std::get_if<DateValue>(&x), *q = std::get_if<DateValue>(&y); p && q) compare(*p, *q, i, j);
    if (const auto* p = std::get_if<QuantityValue>(&x), *q = std::get_if<QuantityValue>(&y); p && q)
      compare(*p, *q, i, j);
  }

  void compare(const DateValue& x, const DateValue& y, std::size_t i, std::size_t j) {
    constexpr float part_of_a_period = 1.0F / 3;  // "last month" and a day of it
    (months_apart(x, y) ? other_month_ : near_day_) = true;
    if (!compatible(x, y)) return;
    const float rarity = (a_.values[i].rarity + b_.values[j].rarity) / 2;
    same_day_ = std::max(same_day_, is_short(x) && is_short(y) ? rarity : rarity * part_of_a_period);
  }

  void compare(const QuantityValue& x, const QuantityValue& y, std::size_t i, std::size_t j) {
    constexpr double smallest_figure = 5;  // two, three and four stand everywhere
    if (middle(x) >= smallest_figure && middle(x) == middle(y))
      same_figure_ = std::max(same_figure_, a_.values[i].rarity);
    if (!tell_of_one_thing(a_, i, b_, j)) return;
    same_number_ = same_number_ || same_bounds(x, y);
    const double ratio = (std::max(middle(x), middle(y)) + 1) / (std::min(middle(x), middle(y)) + 1);
    near_number_ = near_number_ || ratio < 1.7;
    far_number_ = far_number_ || ratio > 4;
  }

  const ClaimProfile& a_;
  const ClaimProfile& b_;
  PairClues& out_;
  float same_figure_ = 0;
  float same_day_ = 0;
  bool same_number_ = false;
  bool near_number_ = false;
  bool far_number_ = false;
  bool near_day_ = false;
  bool other_month_ = false;
};

}  // namespace

void note_value_clues(const ClaimProfile& a, const ClaimProfile& b, PairClues& clues) { Values(a, b, clues).put_all(); }

}  // namespace hearsay
