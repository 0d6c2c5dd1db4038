// Days as people write them in running text.
#pragma once

#include "base/calendar.h"
#include "base/span.h"

#include <optional>
#include <string_view>
#include <vector>

namespace hearsay {

// How "03/04/2031" is meant if neither number is above 12.
enum class DayOrder { day_first, month_first };

// The years in which a page can have been published.
constexpr bool is_page_year(int year) { return year >= 1990 && year <= 2099; }

// The day of these numbers; nothing if there is no such day, or it is not in such a year.
std::optional<Day> page_day(int year, int month, int day);

struct WrittenDay {
  Span span;
  Day day;
};

// The days written in running text, in order: "9 November 2016", "November 9th, 2016", "9. Nov. 16" with a month's name
// in any language of data/calendar_words.txt; "2016-11-09", "09.11.2016", "9/11/16", "2016年11月9日". Two-digit years
// only after two full stops or slashes or, with a month's name, after a hyphen or full stop or before a time. At most
// `most` of them.
std::vector<WrittenDay> find_written_days(std::string_view text, DayOrder order, std::size_t most);

}  // namespace hearsay
