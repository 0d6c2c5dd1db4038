// Days, weeks, months, quarters, seasons, years, decades: which days each holds and how TIMEX3 writes it.
#pragma once

#include "base/calendar.h"
#include "extract/times/meaning.h"

#include <string>

namespace hearsay {

struct Period {
  Unit unit = Unit::day;
  Day from, to;  // both inclusive
  std::string value;
};

// The period of that size that holds the day, both kept within the years 1 to 9999. Weeks are ISO 8601 weeks; a winter
// is named after the year in which it begins.
Period period_of(Unit unit, Day day);

// The same day so many units later (earlier when negative). A day that the target month lacks becomes its last day.
Day shifted(Day day, Unit unit, long long count);

// The nearest day of the years 1 to 9999.
Day within_calendar(Day day);

// The first day of a month; months beyond 1 to 12 run on into other years. Years are kept within 1 to 9999.
Day first_of_month(int year, int month);

// The nth (1 to 5) weekday (1 Monday to 7 Sunday) of a month.
Day nth_weekday(int year, int month, int weekday, int nth);

// Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher).
Day easter_sunday(int year);

int year_of(Day day);
int month_of(Day day);
int weekday_of(Day day);  // 1 Monday to 7 Sunday

}  // namespace hearsay
