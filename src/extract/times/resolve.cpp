// Resolves the meanings the rules give. What has its own year stands alone. What has none (a weekday, a month, a day of
// a month, a quarter) is sought before or after the publication day as the verb's tense says, the nearest where it says
// nothing. What is counted ("last week", "two months ago") is counted from the publication day; what follows the story
// ("the next day", "a year earlier") from the last date in the text. Granularity is kept: "two months ago" is a month.
// It does not build a time line over events, and does not know when a narrative turns from one event to another.
#include "extract/times/resolve.h"

#include "extract/times/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace hearsay {

namespace {

using std::chrono::days;

int month_of_season(int season) { return season == 4 ? 12 : season * 3; }

// The third of a period that START, MID or END mean; "earlier this year" is all of it up to today.
void narrow(Period& period, int mod, std::optional<Day> today) {
  if (today && period.from <= *today && *today <= period.to) {
    if (mod == static_cast<int>(Mod::start)) period.to = *today;
    if (mod == static_cast<int>(Mod::end)) period.from = *today;
    return;
  }
  const auto length = (period.to - period.from).count() + 1;
  if (length < 3) return;
  const days third(length / 3);
  const Day from = period.from, to = period.to;
  if (mod == static_cast<int>(Mod::start)) period.to = from + third - days(1);
  if (mod == static_cast<int>(Mod::mid)) {
    period.from = from + third;
    period.to = to - third;
  }
  if (mod == static_cast<int>(Mod::end)) period.from = to - third + days(1);
}

// What a rule says that no calendar knows ("the 14th month").
Time unknown_time(std::string_view type) {
  Time time;
  time.value = type == "DURATION" || type == "SET" ? "PXX" : "XXXX";
  time.type = type == "DURATION" ? TimeType::duration
              : type == "SET"    ? TimeType::set
              : type == "TIME"   ? TimeType::time
                                 : TimeType::date;
  return time;
}

// "2006-07", "1999-00": years; "2006-04": what cannot be years is a month, as ISO 8601 writes it; else the year alone.
Period years_until(int year, int two_digits) {
  const int century = year - year % 100;
  const int last = century + two_digits + (year % 100 == 99 && two_digits < 10 ? 100 : 0);
  if (last > year)
    return {Unit::year, first_of_month(year, 1), first_of_month(last + 1, 1) - days(1),
            fmt::format("{}/{}", year, last)};
  const bool month = two_digits >= 1 && two_digits <= 12;
  return month ? period_of(Unit::month, first_of_month(year, two_digits))
               : period_of(Unit::year, first_of_month(year, 1));
}

// How far a period lies from the publication day, with what speaks against it added, in days.
long distance(const std::optional<Period>& period, Day day, const TimeMeaning& meaning, Lean lean) {
  constexpr long never = 1'000'000, against_words = 100'000, against_tense = 280, against_hint = 60, unlikely = 30;
  if (!period) return never;
  const bool told = meaning.has(Slot::way);
  if (period->from <= day && day <= period->to) return told ? never : 0;
  const bool before = period->to < day;
  const long far = before ? (day - period->to).count() : (period->from - day).count();
  // The quarter reported is the last, even in the present.
  const bool firm = lean.strong() && (lean.way < 0 || !meaning.has(Slot::quarter));
  const long against = told ? against_words : firm ? against_tense : against_hint;
  if (lean.way != 0) return far + (before == (lean.way < 0) ? 0 : against);
  return far + (before || meaning.has(Slot::day) ? 0 : unlikely);  // a month that has passed is named more often
}

// Does a bare "Monday" mean the next one, `ahead` days (1 to 6) from today, or the last one? News names near days, and
// more that are over; a day of six days ago is "last Monday", so that even a verb in the past cannot make "Monday" on a
// Sunday look back (a text stamped in another time zone than it was written in).
bool means_next(int ahead, Lean lean) {
  constexpr double over = 2.5;
  constexpr std::array<double, 4> against_ahead = {0, 3, 5, 8}, against_back = {0, 1, 2, 2};
  const auto sureness = static_cast<std::size_t>(lean.sureness);
  const double next = ahead + over + (lean.way < 0 ? against_back[sureness] : 0);
  const double last = 7 - ahead + (lean.way > 0 ? against_ahead[sureness] : 0);
  return next < last;
}

int full_year(int two_digits) { return two_digits < 40 ? 2000 + two_digits : 1900 + two_digits; }

}  // namespace

Time TimeResolver::resolve(const TimeMeaning& meaning, std::string_view type, std::size_t begin,
                           const std::function<Lean()>& tense) {
  tense_ = &tense;
  said_.reset();
  if (!within_bounds(meaning)) return unknown_time(type);
  if (type == "DURATION") {
    // "For the nine months ... a year earlier" compares years, not the quarter told before.
    const auto unit = static_cast<Unit>(meaning.get(Slot::unit));
    if (unit == Unit::year || (unit == Unit::month && meaning.get(Slot::n) > 3)) narrative_month_.reset();
    return duration(meaning, TimeType::duration);
  }
  if (type == "SET") return duration(meaning, TimeType::set);
  Time time = date(meaning, begin);
  if (type == "TIME") time.type = TimeType::time;
  return time;
}

std::optional<Day> TimeResolver::today() const {
  return reference_.published ? std::optional(reference_.published->day) : std::nullopt;
}

Time TimeResolver::duration(const TimeMeaning& meaning, TimeType type) const {
  Time time;
  time.type = type;
  time.mod = mod_value(meaning.get(Slot::mod));
  time.value = type == TimeType::set ? set_value(meaning) : duration_value(meaning);
  const int way = meaning.get(Slot::way);
  const auto day = today();
  if (way == 0 || !day || meaning.has(Slot::vague) || !meaning.has(Slot::n)) return time;
  const auto unit = static_cast<Unit>(meaning.get(Slot::unit));
  const Day other = shifted(*day, unit, static_cast<long long>(way) * meaning.get(Slot::n));
  time.from = std::min(*day, other);
  time.to = std::max(*day, other);
  return time;
}

Time TimeResolver::date(const TimeMeaning& meaning, std::size_t begin) {
  Time time;
  time.type = TimeType::date;
  time.mod = mod_value(meaning.get(Slot::mod));
  if (meaning.has(Slot::ref)) {
    static constexpr std::string_view names[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    time.value = names[static_cast<std::size_t>(meaning.get(Slot::ref))];
    return time;
  }
  Base base = base_of(meaning, begin);
  if (base.period && meaning.has(Slot::then_days))
    base.period = period_of(Unit::day, base.period->from + days(meaning.get(Slot::then_days)));
  if (base.period && meaning.has(Slot::then_years))
    base.period = period_of(base.period->unit, shifted(base.period->from, Unit::year, meaning.get(Slot::then_years)));
  if (base.period && meaning.has(Slot::round))
    base.period = period_of(static_cast<Unit>(meaning.get(Slot::round)), base.period->from);
  time.value = base.period ? base.period->value : base.pattern;
  const bool clock = meaning.has(Slot::hour);
  if (clock || meaning.has(Slot::part)) {
    time.type = TimeType::time;
    time.value += clock ? clock_value(meaning) : part_value(meaning.get(Slot::part));
  }
  if (!base.period) {
    // Where all else is known, there is no such day: "31 November".
    const bool no_such_day = meaning.has(Slot::month) && meaning.has(Slot::day) && (today() || meaning.has(Slot::year));
    return no_such_day ? unknown_time("DATE") : time;
  }
  const bool year_told = meaning.has(Slot::year) || meaning.has(Slot::unit) || meaning.has(Slot::way);
  if (meaning.has(Slot::month) && year_told)
    told_years_[static_cast<std::size_t>(meaning.get(Slot::month))] = year_of(base.period->from);
  if (base.period->unit == Unit::day) narrative_day_ = base.period;
  const bool compared = meaning.get(Slot::anchor) == static_cast<int>(Anchor::period) &&
                        (meaning.get(Slot::shift) != 0 || meaning.has(Slot::year));
  if (!compared && (base.period->unit == Unit::month || base.period->unit == Unit::quarter))
    narrative_month_ = base.period;
  if (!compared && base.period->unit <= Unit::year) narrative_ = base.period;
  narrative_begin_ = begin;
  if (meaning.has(Slot::until_day) && base.period->unit == Unit::day &&
      meaning.get(Slot::until_day) > meaning.get(Slot::day))
    base.period->to += days(meaning.get(Slot::until_day) - meaning.get(Slot::day));  // "3 to 7 May"
  if (meaning.has(Slot::running) && today() && base.period->unit != Unit::weekend) {
    base.period->from = shifted(*today(), base.period->unit, meaning.get(Slot::shift));
    base.period->to = *today();
  }
  narrow(*base.period, meaning.get(Slot::mod), meaning.has(Slot::by_today) ? today() : std::nullopt);
  time.from = within_calendar(base.period->from);
  time.to = within_calendar(base.period->to);
  return time;
}

TimeResolver::Base TimeResolver::base_of(const TimeMeaning& meaning, std::size_t begin) {
  if (meaning.has(Slot::year)) return in_year(meaning, meaning.get(Slot::year));
  if (meaning.has(Slot::short_year)) return in_year(meaning, full_year(meaning.get(Slot::short_year)));
  if (meaning.has(Slot::century)) {
    const int century = meaning.get(Slot::century);
    return {Period{Unit::century, first_of_month(century * 100, 1), first_of_month(century * 100 + 100, 1) - days(1),
                   fmt::format("{:02}", century)},
            {}};
  }
  if (meaning.has(Slot::month) || meaning.has(Slot::weekday) || meaning.has(Slot::season) ||
      meaning.has(Slot::quarter) || meaning.has(Slot::half) || meaning.has(Slot::easter) || meaning.has(Slot::day))
    return without_year(meaning);
  if (meaning.has(Slot::unit)) return moved(meaning);
  return clock_day(begin);
}

// All that a year can be narrowed to.
TimeResolver::Base TimeResolver::in_year(const TimeMeaning& meaning, int year) const {
  if (meaning.has(Slot::easter))
    return {period_of(Unit::day, easter_sunday(year) + days(meaning.get(Slot::easter))), {}};
  if (meaning.has(Slot::month)) {
    const int month = meaning.get(Slot::month);
    if (meaning.has(Slot::nth))
      return {period_of(Unit::day, nth_weekday(year, month, meaning.get(Slot::weekday), meaning.get(Slot::nth))), {}};
    const Day first = first_of_month(year, month);
    if (!meaning.has(Slot::day)) return {period_of(Unit::month, first), {}};
    const Day day = first + days(meaning.get(Slot::day) - 1);
    if (month_of(day) != month)
      return {std::nullopt, fmt::format("{:04}-{:02}-{:02}", year, month, meaning.get(Slot::day))};
    return {period_of(Unit::day, day), {}};
  }
  if (meaning.has(Slot::decade)) return {period_of(Unit::decade, first_of_month(year, 1)), {}};
  const bool same_period = meaning.get(Slot::anchor) == static_cast<int>(Anchor::period);  // "the 1988 quarter"
  if (same_period && narrative_month_ && narrative_month_->unit == Unit::quarter)
    return {period_of(Unit::quarter, first_of_month(year, month_of(narrative_month_->from))), {}};
  if (meaning.has(Slot::season))
    return {period_of(Unit::season, first_of_month(year, month_of_season(meaning.get(Slot::season)))), {}};
  if (meaning.has(Slot::quarter))
    return {period_of(Unit::quarter, first_of_month(year, meaning.get(Slot::quarter) * 3)), {}};
  if (meaning.has(Slot::half)) return {period_of(Unit::half, first_of_month(year, meaning.get(Slot::half) * 6)), {}};
  if (meaning.has(Slot::until_year)) return {years_until(year, meaning.get(Slot::until_year)), {}};
  return {period_of(Unit::year, first_of_month(year, 1)), {}};
}

Lean TimeResolver::tense() const {
  said_ = (*tense_)();
  return *said_;
}

Lean TimeResolver::lean_of(const TimeMeaning& meaning) const {
  if (meaning.has(Slot::way)) return {meaning.get(Slot::way), Sureness::sure};
  return tense();
}

TimeResolver::Base TimeResolver::without_year(const TimeMeaning& meaning) {
  const auto day = today();
  const bool own_month = meaning.has(Slot::month) || meaning.has(Slot::easter);
  if (meaning.has(Slot::weekday) && !own_month) return weekday_of_week(meaning);
  if (meaning.has(Slot::day) && !own_month) return day_of_month(meaning);
  if (!day) return {std::nullopt, pattern_without_year(meaning)};
  const int year = year_of(*day);
  if (meaning.has(Slot::unit)) return in_year(meaning, year + meaning.get(Slot::shift));  // "March last year"
  if (meaning.has(Slot::way) && meaning.get(Slot::way) == 0) return in_year(meaning, year);
  if (meaning.get(Slot::anchor) == static_cast<int>(Anchor::narrative) && narrative_)
    return in_year(meaning, year_of(narrative_->from));  // "that October"
  const Lean lean = lean_of(meaning);
  const std::array<Base, 3> choices = {in_year(meaning, year - 1), in_year(meaning, year), in_year(meaning, year + 1)};
  const Base& nearest = *std::min_element(choices.begin(), choices.end(), [&](const Base& a, const Base& b) {
    return distance(a.period, *day, meaning, lean) < distance(b.period, *day, meaning, lean);
  });
  constexpr long near_days = 90;
  const auto told = told_year(meaning, lean);
  return told && distance(nearest.period, *day, meaning, lean) > near_days ? in_year(meaning, *told) : nearest;
}

// "Sept. 4" after "last September", or after "September 2011" two years later: the same September.
std::optional<int> TimeResolver::told_year(const TimeMeaning& meaning, Lean lean) const {
  constexpr int most_years_ago = 2;
  if (!meaning.has(Slot::month) || meaning.has(Slot::way) || (lean.way > 0 && lean.strong())) return std::nullopt;
  const int told = told_years_[static_cast<std::size_t>(meaning.get(Slot::month))];
  return told >= year_of(*today()) - most_years_ago ? std::optional(told) : std::nullopt;
}

TimeResolver::Base TimeResolver::weekday_of_week(const TimeMeaning& meaning) const {
  const int weekday = meaning.get(Slot::weekday);
  const bool in_story = meaning.get(Slot::anchor) == static_cast<int>(Anchor::narrative);  // "the following Tuesday"
  const auto day = in_story && narrative_day_ ? std::optional(narrative_day_->from) : today();
  if (!day) return {std::nullopt, fmt::format("XXXX-WXX-{}", weekday)};
  int ahead = weekday - weekday_of(*day);
  if (meaning.has(Slot::unit)) return {period_of(Unit::day, *day + days(ahead + 7 * meaning.get(Slot::shift))), {}};
  const Lean lean = lean_of(meaning);
  const bool this_week = meaning.has(Slot::way) && lean.way == 0;
  if (!this_week) {
    ahead = (ahead + 7) % 7;
    if (meaning.has(Slot::way) && ahead == 0)
      ahead = 7 * lean.way;  // "last Friday" on a Friday
    else if (ahead != 0 && !(meaning.has(Slot::way) ? lean.way > 0 : means_next(ahead, lean)))
      ahead -= 7;
  }
  return {period_of(Unit::day, *day + days(ahead)), {}};
}

// "the 15th", in the month the text speaks of.
TimeResolver::Base TimeResolver::day_of_month(const TimeMeaning& meaning) const {
  std::optional<Day> month;
  if (const auto day = today()) month = *day;
  if (narrative_day_) month = narrative_day_->from;
  if (narrative_month_) month = narrative_month_->from;
  if (!month) return {std::nullopt, fmt::format("XXXX-XX-{:02}", meaning.get(Slot::day))};
  TimeMeaning full = meaning;
  full.set(Slot::month, month_of(*month));
  return in_year(full, year_of(*month));
}

// "last week", "two months ago", "the following day", "a year earlier"
TimeResolver::Base TimeResolver::moved(const TimeMeaning& meaning) {
  const auto unit = static_cast<Unit>(meaning.get(Slot::unit));
  const int shift = meaning.get(Slot::shift);
  if (meaning.get(Slot::anchor) == static_cast<int>(Anchor::period)) return compared(unit, shift);
  std::optional<Day> from = hangs_on_narrative(meaning) ? narrative_start(unit, shift) : today();
  if (unit == Unit::weekend && shift == 0 && from && weekday_of(*from) < 6) {
    // "over the weekend" lies behind, "this weekend" ahead, if the verb does not say otherwise
    const int way = tense().way;
    if (way < 0 || (way == 0 && meaning.get(Slot::way, 1) < 0)) *from -= days(7);
  }
  if (!from) return {std::nullopt, pattern_of(unit)};
  return {period_of(unit, shifted(*from, unit, shift)), {}};
}

// "The quarter", "a year earlier": the quarter the text speaks of, or the one a year before it. Without one, a year is
// a year and the quarter reported is the last that is over.
TimeResolver::Base TimeResolver::compared(Unit unit, int shift) const {
  if (narrative_month_ && narrative_month_->unit == Unit::quarter)
    return {period_of(Unit::quarter, shifted(narrative_month_->from, unit, shift)), {}};
  if (unit == Unit::quarter && today()) return {period_of(unit, shifted(*today(), unit, shift - 1)), {}};
  if (narrative_ && shift != 0 && narrative_->unit > Unit::day && narrative_->unit < Unit::year)
    return {period_of(narrative_->unit, shifted(narrative_->from, unit, shift)), {}};
  const std::optional<Day> from = narrative_ ? std::optional(narrative_->from) : today();
  if (!from) return {std::nullopt, pattern_of(unit)};
  return {period_of(unit, shifted(*from, unit, shift)), {}};
}

bool TimeResolver::hangs_on_narrative(const TimeMeaning& meaning) const {
  const int anchor = meaning.get(Slot::anchor);
  if (anchor == static_cast<int>(Anchor::told)) return narrative_ && tense().way < 0;
  return anchor == static_cast<int>(Anchor::narrative);
}

// Nothing for "three days later" without a date before it: nobody can say later than what.
std::optional<Day> TimeResolver::narrative_start(Unit unit, int shift) const {
  if (!narrative_ && shift != 0) return std::nullopt;
  if (unit == Unit::day) return narrative_day_ ? std::optional(narrative_day_->from) : today();
  return narrative_ ? std::optional(narrative_->from) : today();
}

// A clock time alone belongs to the last day met, where that stands near; else to the publication day.
TimeResolver::Base TimeResolver::clock_day(std::size_t begin) {
  constexpr std::size_t near_bytes = 400;
  if (narrative_day_ && begin - narrative_begin_ < near_bytes) return {narrative_day_, {}, true};
  if (const auto day = today()) return {period_of(Unit::day, *day), {}};
  return {std::nullopt, "XXXX-XX-XX"};
}

}  // namespace hearsay
