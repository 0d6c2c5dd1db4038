// Calendar arithmetic on std::chrono days. Gregorian throughout; years are kept within 1 to 9999.
#include "extract/times/periods.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

Day first_of_year(int year) { return first_of_month(year, 1); }

// The last day before a month begins; the calendar ends with the year 9999.
Day day_before(int year, int month) {
  const Day first = first_of_month(year, month);
  const bool beyond = year * 12 + month - 1 > 9999 * 12 + 11;
  return beyond ? first + days(30) : first - days(1);
}

struct IsoWeek {
  int year, week;
  Day monday;
};

IsoWeek iso_week(Day day) {
  const Day monday = day - days(weekday_of(day) - 1);
  const int year = year_of(monday + days(3));  // the week belongs to the year of its Thursday
  const Day first_thursday = first_of_year(year) + days((11 - weekday_of(first_of_year(year))) % 7);
  return {year, static_cast<int>((monday + days(3) - first_thursday).count()) / 7 + 1, monday};
}

Period months_period(Unit unit, int year, int first_month, int months, std::string value) {
  return {unit, first_of_month(year, first_month), day_before(year, first_month + months), std::move(value)};
}

Period season_of(Day day) {
  static constexpr std::string_view names[] = {"WI", "SP", "SU", "FA"};
  const int month = month_of(day) % 12;  // December begins the winter
  const int year = month_of(day) < 3 ? year_of(day) - 1 : year_of(day);
  const int season = month / 3;
  const int first = season == 0 ? 12 : season * 3;
  return months_period(Unit::season, year, first, 3, fmt::format("{:04}-{}", year, names[season]));
}

Period years_period(Unit unit, int first_year, int years, std::string value) {
  return {unit, first_of_year(first_year), day_before(first_year + years, 1), std::move(value)};
}

}  // namespace

int year_of(Day day) { return static_cast<int>(year_month_day(day).year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(year_month_day(day).month())); }
int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

Day first_of_month(int year, int month) {
  const int months = std::clamp(year, -9999, 99999) * 12 + month - 1;
  const int within = std::clamp(months, 12, 9999 * 12 + 11);
  return Day(year_month_day(std::chrono::year(within / 12), std::chrono::month(static_cast<unsigned>(within % 12 + 1)),
                            std::chrono::day(1)));
}

Day nth_weekday(int year, int month, int weekday, int nth) {
  const Day first = first_of_month(year, month);
  return first + days((weekday - weekday_of(first) + 7) % 7 + 7 * (nth - 1));
}

Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int whole = h + l - 7 * m + 114;
  return first_of_month(year, whole / 31) + days(whole % 31);
}

Day within_calendar(Day day) { return std::clamp(day, first_of_year(1), first_of_year(9999) + days(364)); }

Day shifted(Day day, Unit unit, long long count) {
  const long long most = 4'000'000;  // days: beyond any year that can be written
  count = std::clamp(count, -most, most);
  const auto by_days = [&](long long n) { return within_calendar(day + days(std::clamp(n, -most, most))); };
  if (unit <= Unit::hour) return day;
  if (unit == Unit::day) return by_days(count);
  if (unit == Unit::week || unit == Unit::weekend) return by_days(count * 7);
  const int months_each = unit == Unit::month                             ? 1
                          : unit == Unit::season || unit == Unit::quarter ? 3
                          : unit == Unit::half                            ? 6
                          : unit == Unit::year                            ? 12
                          : unit == Unit::decade                          ? 120
                                                                          : 1200;
  const long long months = std::clamp(count * months_each, -120'000LL, 120'000LL);
  const Day first = first_of_month(year_of(day), month_of(day) + static_cast<int>(months));
  const Day last = first_of_month(year_of(first), month_of(first) + 1) - days(1);
  const Day wanted = first + (day - first_of_month(year_of(day), month_of(day)));
  return last < first ? first : std::min(wanted, last);
}

Period period_of(Unit unit, Day any_day) {
  const Day day = within_calendar(any_day);
  const int year = year_of(day), month = month_of(day);
  switch (unit) {
    case Unit::weekend: {
      const IsoWeek week = iso_week(day);
      return {unit, week.monday + days(5), week.monday + days(6), fmt::format("{:04}-W{:02}-WE", week.year, week.week)};
    }
    case Unit::week: {
      const IsoWeek week = iso_week(day);
      return {unit, week.monday, week.monday + days(6), fmt::format("{:04}-W{:02}", week.year, week.week)};
    }
    case Unit::month:
      return months_period(unit, year, month, 1, fmt::format("{:04}-{:02}", year, month));
    case Unit::season:
      return season_of(day);
    case Unit::quarter: {
      const int quarter = (month - 1) / 3;
      return months_period(unit, year, quarter * 3 + 1, 3, fmt::format("{:04}-Q{}", year, quarter + 1));
    }
    case Unit::half: {
      const int half = (month - 1) / 6;
      return months_period(unit, year, half * 6 + 1, 6, fmt::format("{:04}-H{}", year, half + 1));
    }
    case Unit::year:
      return years_period(unit, year, 1, fmt::format("{:04}", year));
    case Unit::decade:
      return years_period(unit, year / 10 * 10, 10, fmt::format("{:03}", year / 10));
    case Unit::century:
      return years_period(unit, year / 100 * 100, 100, fmt::format("{:02}", year / 100));
    default:
      return {Unit::day, day, day, to_iso(day)};
  }
}

}  // namespace hearsay
