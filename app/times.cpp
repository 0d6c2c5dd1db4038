#include "times.h"

#include "base/calendar.h"
#include "run/watch.h"

#include <chrono>

namespace hearsay {

std::string time_help(const std::string& what) {
  return what + ": a day (2016-11-09), a time (2016-11-09T21:19:00Z), or how long ago (90m, 2h, 3d)";
}

std::string is_time(const std::string& word) {
  if (parse_span(word) || parse_moment(word)) return {};
  return word + " is not a time such as 2016-11-09, 2016-11-09T21:19:00Z or 2h";
}

std::int64_t seconds_of(const std::string& word, std::int64_t now) {
  if (const auto span = parse_span(word)) return now - *span;
  const auto moment = parse_moment(word);
  const std::chrono::seconds day = moment->day.time_since_epoch();
  return (day + moment->time_of_day_utc.value_or(std::chrono::seconds(0))).count();
}

std::int64_t system_now() { return system_seconds(); }

}  // namespace hearsay
