#include "present/words/key_numbers.h"

#include "present/words/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace hearsay {

namespace {

constexpr std::size_t most_numbers = 6;
constexpr std::size_t points_looked_at = 60;
constexpr double smallest_agreed = 3;  // that one or two of something is told by all moves nobody

double highest_bound(const Answer& answer) { return answer.high.value_or(answer.low.value_or(0)); }

// Units of time and age, as data/units.txt names them.
bool is_span_of_time(std::string_view unit) {
  static constexpr std::array<std::string_view, 13> all{"second", "minute",    "hour",      "day",     "night",
                                                        "week",   "fortnight", "month",     "quarter", "year",
                                                        "decade", "century",   "millennium"};
  return unit.ends_with(" of age") || std::find(all.begin(), all.end(), unit) != all.end();
}

bool is_told_in_time(const Account& account, const Answer& figure) {
  for (const Value& value : account.claims[figure.claims.front()].values) {
    const auto* const quantity = std::get_if<QuantityValue>(&value.what);
    if (quantity != nullptr && quantity->low == figure.low && quantity->high == figure.high)
      return quantity->unit && is_span_of_time(*quantity->unit);
  }
  return false;
}

bool is_revised(const Point& point) {
  return std::any_of(point.disagreements.begin(), point.disagreements.end(), [](const Disagreement& d) {
    return d.kind == DisagreementKind::quantity && d.relation == DisagreementRelation::update;
  });
}

bool all_one(const std::vector<Answer>& figures) {
  return std::all_of(figures.begin(), figures.end(),
                     [&](const Answer& f) { return f.low == figures[0].low && f.high == figures[0].high; });
}

}  // namespace

std::vector<KeyNumber> key_numbers(const AccountView& view) {
  const Account& account = view.account();
  std::vector<KeyNumber> moving;
  std::vector<KeyNumber> agreed;
  for (std::size_t point = 0; point < std::min(account.points.size(), points_looked_at); ++point) {
    KeyNumber number{point, figures_in_time(account, account.points[point]), 0, 0};
    if (number.figures.empty() || is_told_in_time(account, number.figures.front())) continue;
    number.latest = number.figures.size() - 1;
    for (std::size_t f = 1; f < number.figures.size(); ++f) {
      if (highest_bound(number.figures[f]) > highest_bound(number.figures[number.highest])) number.highest = f;
    }
    (all_one(number.figures) ? agreed : moving).push_back(std::move(number));
  }
  for (KeyNumber& number : agreed) {
    if (highest_bound(number.figures.front()) >= smallest_agreed) moving.push_back(std::move(number));
  }
  if (moving.size() > most_numbers) moving.erase(moving.begin() + most_numbers, moving.end());
  return moving;
}

std::string course_phrase(const KeyNumber& number, const Point& point) {
  const auto& figures = number.figures;
  if (all_one(figures)) return fmt::format("All say {}.", figures.front().reading);
  const std::string& latest = figures[number.latest].reading;
  const std::string& highest = figures[number.highest].reading;
  const std::string ends =
      latest == highest ? "latest and highest " + latest : fmt::format("latest {}, highest {}", latest, highest);
  return fmt::format("{}: first {}, {}.", is_revised(point) ? "Revised" : "They differ", figures.front().reading, ends);
}

}  // namespace hearsay
