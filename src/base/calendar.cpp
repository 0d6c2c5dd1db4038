#include "base/calendar.h"

#include <fmt/format.h>

namespace hearsay {

namespace {

// Reads digits from the front of `text`; nothing when there are fewer than `count`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (*year < 1 || !date.ok()) return std::nullopt;
  return Day(date);
}

// "Z", "+01:00", "+0100", "-05" or nothing at all, which counts as UTC. Any other rest is not a zone.
std::optional<std::chrono::minutes> take_zone(std::string_view& text) {
  if (text.empty() || take(text, 'Z') || take(text, 'z')) return std::chrono::minutes(0);
  const int sign = text.front() == '-' ? -1 : 1;
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 14) return std::nullopt;
  take(text, ':');
  const int minutes = take_digits(text, 2).value_or(0);
  return std::chrono::minutes(sign * (*hours * 60 + minutes));
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view iso) {
  const auto day = take_day(iso);
  if (!day) return std::nullopt;
  if (iso.empty()) return Moment{*day, std::nullopt};
  if (!take(iso, 'T') && !take(iso, 't') && !take(iso, ' ')) return std::nullopt;
  const auto hour = take_digits(iso, 2);
  if (!hour || *hour > 24 || !take(iso, ':')) return std::nullopt;
  const auto minute = take_digits(iso, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (take(iso, ':')) second = take_digits(iso, 2).value_or(0);
  if (take(iso, '.') || take(iso, ',')) {
    while (!iso.empty() && iso.front() >= '0' && iso.front() <= '9') iso.remove_prefix(1);
  }
  const auto zone = take_zone(iso);
  if (!zone || !iso.empty()) return std::nullopt;
  const auto utc = std::chrono::sys_seconds(*day) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
                   std::chrono::seconds(second) - *zone;
  const Day utc_day = std::chrono::floor<std::chrono::days>(utc);
  return Moment{utc_day, utc - std::chrono::sys_seconds(utc_day), *zone};
}

Day local_day(const Moment& moment) {
  if (!moment.time_of_day_utc) return moment.day;
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(moment.day) + *moment.time_of_day_utc +
                                               moment.zone);
}

std::string to_iso(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string to_iso(const Moment& moment) {
  if (!moment.time_of_day_utc) return to_iso(moment.day);
  const Day day = local_day(moment);
  const auto utc = std::chrono::sys_seconds(moment.day) + *moment.time_of_day_utc;
  const std::chrono::hh_mm_ss time(utc + moment.zone - std::chrono::sys_seconds(day));
  std::string iso = fmt::format("{}T{:02}:{:02}:{:02}", to_iso(day), time.hours().count(), time.minutes().count(),
                                time.seconds().count());
  if (moment.zone == std::chrono::minutes(0)) return iso + 'Z';
  const auto ahead = std::chrono::abs(moment.zone).count();
  return iso + fmt::format("{}{:02}:{:02}", moment.zone.count() < 0 ? '-' : '+', ahead / 60, ahead % 60);
}

}  // namespace hearsay
