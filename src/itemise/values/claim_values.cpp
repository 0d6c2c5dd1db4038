// Quantities are taken over as they were marked. Two dates that are the ends of one stretch of time, or the hour and
// the day of one moment, are one value.
#include "itemise/values/claim_values.h"

#include "base/folding.h"
#include "dissect/words/function_words.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <string>

namespace hearsay {

namespace {

// The whole month or year that a value names: the bounds of "early November" are nobody's statement, so a claim is held
// to the month.
DateValue date_value(const Time& time) {
  DateValue date{time.from, time.to, time.value};
  const std::string& value = time.value;
  if (value.size() != 4 && value.size() != 7) return date;
  const bool is_month = value.size() == 7;
  const auto first = parse_moment(is_month ? value + "-01" : value + "-01-01");
  if (!first) return date;
  const std::chrono::year_month_day begin(first->day);
  const auto last_month = is_month ? begin.month() : std::chrono::December;
  date.from = first->day;
  date.to = Day(begin.year() / last_month / std::chrono::last);
  return date;
}

// The marks that lie in a span; `marks` are in text order and do not overlap.
template <class Mark>
std::span<const Mark> marks_in(const std::vector<Mark>& marks, Span words) {
  const auto first = std::lower_bound(marks.begin(), marks.end(), words.begin,
                                      [](const Mark& m, std::size_t byte) { return m.span.begin < byte; });
  const auto last = std::lower_bound(first, marks.end(), words.end,
                                     [](const Mark& m, std::size_t byte) { return m.span.end <= byte; });
  return {first, last};
}

// "a 14-month inquiry": a length of time that no quantity covers; "P14M" is 14 months. Mixed lengths are left out.
std::optional<QuantityValue> duration(const Time& time) {
  const std::string& value = time.value;
  if (time.type != TimeType::duration || value.size() < 3 || value[0] != 'P') return std::nullopt;
  const bool of_a_day = value[1] == 'T';
  const std::string_view digits = std::string_view(value).substr(of_a_day ? 2 : 1, value.size() - (of_a_day ? 3 : 2));
  double amount = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  const char letter = value.back();
  const char* const unit = letter == 'Y'               ? "year"
                           : letter == 'W'             ? "week"
                           : letter == 'D'             ? "day"
                           : letter == 'H'             ? "hour"
                           : letter == 'M' && of_a_day ? "minute"
                           : letter == 'M'             ? "month"
                           : letter == 'S'             ? "second"
                                                       : nullptr;
  if (unit == nullptr) return std::nullopt;
  return QuantityValue{amount, amount, time.mod.has_value(), unit, std::nullopt};
}

std::string plain_between(const Time& a, const Time& b, std::string_view text) {
  return fold(words_at(text, {a.span.end, b.span.begin}));
}

// "between 7 and 14 May", "from Monday to Friday": one date from the first day of the one to the last of the other.
bool are_ends(const Time& a, const Time& b, std::string_view text) {
  if (a.type != TimeType::date || b.type != TimeType::date || !a.from || !b.to || !(*a.from < *b.to)) return false;
  constexpr std::size_t farthest = 9;
  const std::size_t begin = a.span.begin < farthest ? 0 : a.span.begin - farthest;
  const std::string before = fold(words_at(text, {begin, a.span.begin}));
  const std::string between = plain_between(a, b, text);
  if (before.ends_with("between")) return between == "and";
  return before.ends_with("from") && function_words().has(between, FunctionWord::until);
}

// "about 9pm on Monday evening": the day of the one and the hour of the other.
bool are_hour_and_day(const Time& hour, const Time& day, std::string_view text) {
  const auto clock = hour.value.find('T');
  if (hour.type != TimeType::time || clock == std::string::npos || !day.from || day.from != day.to) return false;
  const bool by_the_clock =
      clock + 1 < hour.value.size() && hour.value[clock + 1] >= '0' && hour.value[clock + 1] <= '2';
  const bool of_the_clock = day.value.find('T') != std::string::npos && day.value.find(':') != std::string::npos;
  if (!by_the_clock || of_the_clock || day.type == TimeType::duration || day.type == TimeType::set) return false;
  const std::string between = plain_between(hour, day, text);
  return between.empty() || between == "on";
}

std::optional<Value> joined_dates(const Time& a, const Time& b, std::string_view text) {
  const Span span{a.span.begin, b.span.end};
  if (are_ends(a, b, text)) return Value{span, DateValue{a.from, b.to, a.value + "/" + b.value}};
  if (are_hour_and_day(a, b, text))
    return Value{span, DateValue{b.from, b.to, to_iso(*b.from) + a.value.substr(a.value.find('T'))}};
  return std::nullopt;
}

}  // namespace

std::vector<Value> values_in(Span words, std::string_view text, const Marks& marks) {
  constexpr std::size_t most_values = 40;
  std::vector<Value> values;
  const auto quantities = marks_in(marks.quantities, words);
  const auto times = marks_in(marks.times, words);
  if (quantities.size() + times.size() > most_values) return values;
  for (const Quantity& q : quantities) {
    if (q.low || q.high) values.push_back({q.span, QuantityValue{q.low, q.high, q.approximate, q.unit, q.of}});
  }
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Time& t = times[i];
    if (const auto joined = i + 1 < times.size() ? joined_dates(t, times[i + 1], text) : std::nullopt) {
      values.push_back(*joined);
      ++i;
      continue;
    }
    if (t.from || t.to) values.push_back({t.span, date_value(t)});
    const bool counted =
        std::any_of(quantities.begin(), quantities.end(), [&](const Quantity& q) { return q.span.overlaps(t.span); });
    if (counted) continue;
    if (auto length = duration(t)) values.push_back({t.span, std::move(*length)});
  }
  std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.span < b.span; });
  return values;
}

}  // namespace hearsay
