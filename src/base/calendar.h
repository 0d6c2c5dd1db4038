// Days and times of day as news metadata gives them (ISO 8601, RFC 3339). The program reads no clock.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

using Day = std::chrono::sys_days;

// A point of time, as exact as its source gave it.
struct Moment {
  Day day;
  std::optional<std::chrono::seconds> time_of_day_utc;  // nothing when only the day is known
  std::chrono::minutes zone{0};                         // the offset from UTC of the clock it was written by

  auto operator<=>(const Moment&) const = default;
};

// "2016-11-09", "2016-11-09T21:19:00Z", "2016-11-09T21:19+01:00", "2016-11-09 21:19:00". Nothing for anything else,
// for a day that does not exist, and for years outside 1 to 9999.
std::optional<Moment> parse_moment(std::string_view iso);

// The day on the calendar of the place it was written in: what "today" means there. `day` itself is the day in UTC.
Day local_day(const Moment& moment);

std::string to_iso(Day day);
// In the zone it was written in: "2016-11-09T22:19:00+01:00", "2016-11-09T21:19:00Z", "2016-11-09".
std::string to_iso(const Moment& moment);

}  // namespace hearsay
