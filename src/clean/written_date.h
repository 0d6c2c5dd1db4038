// Days as people and machines write them on pages, in addresses and in feeds.
#pragma once

#include "base/calendar.h"
#include "base/span.h"

#include <optional>
#include <string_view>
#include <vector>

namespace hearsay {

// How "03/04/2031" is meant when neither number is above 12.
enum class DayOrder { day_first, month_first };

// The day that all of a machine's value means: ISO 8601 and RFC 3339 (parse_moment), the same with a broken rest,
// RFC 5322 ("Wed, 09 Nov 2016 21:19:00 GMT"), "20161109", seconds or milliseconds since 1970, else the first day
// written in it. Nothing for years outside 1990 to 2099.
std::optional<Moment> read_date_value(std::string_view value, DayOrder order);

struct WrittenDay {
  Span span;
  Day day;
};

// The days written in running text, in order: "9 November 2016", "November 9th, 2016", "9. Nov. 16" with a month's name
// in any language of data/month_names.txt; "2016-11-09", "09.11.2016", "9/11/16", "2016年11月9日". Two-digit years only
// after two full stops or strokes. At most `most` of them.
std::vector<WrittenDay> find_written_days(std::string_view text, DayOrder order, std::size_t most);

// The day in an address ("/2016/11/09/", "/2016-11-09-", "/20161109"). Nothing when it has none.
std::optional<Day> day_in_address(std::string_view address);

}  // namespace hearsay
