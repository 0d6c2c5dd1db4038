// Dates: only claims with one date each take part, since of two it is not known which belongs to the point's act. Days
// far apart are rather two events. A day that is reckoned from the publication ("Wednesday", "noon", "last week") is
// moved where a report is printed again later, so where both say the same words, or name one weekday, they agree.
#include "measure/disagreements/kinds.h"

#include "base/folding.h"
#include "clean/dates/calendar_words.h"
#include "itemise/values/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace hearsay {

namespace {

// Days stand in every report: only claims that are almost surely on one point, and of one predicate or rivals to a
// reader, are held against each other by theirs.
constexpr float least_likely = 0.75F;

const DateValue& date(const GivenValue& given) { return std::get<DateValue>(given.value->what); }

// "two hours", "the past months": how long, not when.
bool is_duration(const DateValue& date) { return date.value.starts_with('P'); }

std::vector<GivenValue> only_dates(PointClaims point, const Evidence& evidence) {
  std::vector<GivenValue> group;
  for (const std::size_t claim : point) {
    std::vector<GivenValue> dates;
    for (const Value& value : evidence.claims[claim].values) {
      if (std::holds_alternative<DateValue>(value.what)) dates.push_back({claim, &value});
    }
    if (dates.size() != 1 || is_duration(date(dates.front()))) continue;
    if (evidence.profile(claim).values[place_among_values(dates.front(), evidence)].own) group.push_back(dates.front());
  }
  return group;
}

// "around 9 p.m." and "9.05pm" without what may be written in two ways.
std::string plain_words(const GivenValue& given, const Evidence& evidence) {
  std::string words = fold(words_of(given, evidence));
  std::erase(words, ' ');
  return words;
}

std::string_view weekday_in(std::string_view plain) {
  const auto& days = calendar_words().weekdays();
  const auto found = std::find_if(days.begin(), days.end(), [&](std::string_view day) {
    return !day.empty() && plain.find(day) != std::string_view::npos;
  });
  return found == days.end() ? std::string_view() : std::string_view(*found);
}

// By how many minutes an hour may be off as it is told.
int slack_of(const Clock& clock, std::string_view plain) {
  constexpr int loose = 20;
  return calendar_words().is_rough(plain) || !clock.to_the_minute ? loose : 0;
}

// How many days the words leave open.
int days_of(const DateValue& date) {
  return date.from && date.to ? static_cast<int>((*date.to - *date.from).count()) + 1 : 1;
}

// From the end of the one to the beginning of the other; 0 where they meet.
int days_between(const DateValue& a, const DateValue& b) {
  if (a.to && b.from && *a.to < *b.from) return static_cast<int>((*b.from - *a.to).count());
  if (b.to && a.from && *b.to < *a.from) return static_cast<int>((*a.from - *b.to).count());
  return 0;
}

// "20 years ago" may be a year more or less.
bool roughly_agree(const DateValue& a, const DateValue& b, std::string_view words_of_a, std::string_view words_of_b) {
  if (!words_of_a.ends_with("ago") && !words_of_b.ends_with("ago")) return false;
  return days_between(a, b) <= std::max(days_of(a), days_of(b));
}

// Accounts of one event seldom lie farther apart: a few times as far as the looser of them is long.
bool too_far_apart(const DateValue& a, const DateValue& b) {
  constexpr int week = 7;
  return days_between(a, b) > std::max(week, 3 * std::max(days_of(a), days_of(b)));
}

bool agree(const GivenValue& a, const GivenValue& b, const Evidence& evidence) {
  const std::string x = plain_words(a, evidence);
  const std::string y = plain_words(b, evidence);
  if (x == y) return true;
  const auto clock = clock_of(date(a));
  const auto other = clock_of(date(b));
  if (clock && other)
    return std::abs(clock->minutes - other->minutes) <= std::max(slack_of(*clock, x), slack_of(*other, y));
  const bool one_weekday = !weekday_in(x).empty() && weekday_in(x) == weekday_in(y);
  return one_weekday || compatible(date(a), date(b)) || roughly_agree(date(a), date(b), x, y) ||
         too_far_apart(date(a), date(b));
}

// The words and, unless they are an hour, the days they mean.
std::string reading(const GivenValue& given, const Evidence& evidence) {
  const std::string words = fmt::format("\"{}\"", words_of(given, evidence));
  return clock_of(date(given)) ? words : fmt::format("{} ({})", words, date(given).value);
}

}  // namespace

std::vector<Disagreement> differing_dates(PointClaims point, const Evidence& evidence) {
  const std::vector<GivenValue> group = only_dates(point, evidence);
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      const GivenValue& a = group[i];
      const GivenValue& b = group[j];
      if (agree(a, b, evidence) || !told_by_two(a.claim, b.claim, evidence) ||
          of_other_times(a.claim, b.claim, evidence))
        continue;
      if (evidence.likeness.probability(evidence.profile(a.claim), evidence.profile(b.claim)) < least_likely ||
          !can_be_set_against(a.claim, b.claim, evidence))
        continue;
      Disagreement found{DisagreementKind::date, DisagreementRelation::conflict, {}, {}};
      for (const GivenValue& given : group) found.claims.push_back(given.claim);
      found.why = fmt::format("{} and {}", reading(a, evidence), reading(b, evidence));
      return {found};
    }
  }
  return {};
}

}  // namespace hearsay
