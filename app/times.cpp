#include "times.h"

#include "base/calendar.h"
#include "run/desk.h"

#include <charconv>
#include <chrono>
#include <optional>

namespace hearsay {

namespace {

// "2h" in seconds.
std::optional<std::int64_t> span_of(const std::string& word) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
  constexpr std::int64_t most = 1'000'000;
  if (error != std::errc() || end + 1 != word.data() + word.size() || count < 0 || count > most) return std::nullopt;
  switch (*end) {
    case 's':
      return count;
    case 'm':
      return count * 60;
    case 'h':
      return count * 3600;
    case 'd':
      return count * 86400;
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string time_help(const std::string& what) {
  return what + ": a day (2016-11-09), a time (2016-11-09T21:19:00Z), or how long ago (90m, 2h, 3d)";
}

std::string is_time(const std::string& word) {
  if (span_of(word) || parse_moment(word)) return {};
  return word + " is not a time like 2016-11-09, 2016-11-09T21:19:00Z or 2h";
}

std::int64_t seconds_of(const std::string& word, std::int64_t now) {
  if (const auto span = span_of(word)) return now - *span;
  const auto moment = parse_moment(word);
  const std::chrono::seconds day = moment->day.time_since_epoch();
  return (day + moment->time_of_day_utc.value_or(std::chrono::seconds(0))).count();
}

std::int64_t system_now() { return system_seconds(); }

}  // namespace hearsay
