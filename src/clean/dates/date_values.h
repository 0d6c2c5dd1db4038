// Days as machines write them: in values of a page's elements and of feeds, and in addresses.
#pragma once

#include "clean/dates/written_date.h"

#include <optional>
#include <string_view>

namespace hearsay {

// The day or time that a whole value stands for: ISO 8601 and RFC 3339 (parse_moment), the same with a malformed rest,
// RFC 5322 ("Wed, 09 Nov 2016 21:19:00 GMT"), "20161109", seconds or milliseconds since 1970, otherwise the first day
// written in it. Nothing for years outside 1990 to 2099.
std::optional<Moment> read_date_value(std::string_view value, DayOrder order);

// The day in an address ("/2016/11/09/", "/2016-11-09-", "/20161109"). Nothing if it has none.
std::optional<Day> day_in_address(std::string_view address);

}  // namespace hearsay
