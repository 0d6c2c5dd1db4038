// Each form of a value is known by its length and its marks; what has none of these forms is read as people write days.
#include "clean/date_values.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

int to_number(std::string_view digits) { return std::stoi(std::string(digits)); }

std::optional<Day> eight_digits(std::string_view text) {
  return page_day(to_number(text.substr(0, 4)), to_number(text.substr(4, 2)), to_number(text.substr(6, 2)));
}

bool in_years(const Moment& moment) {
  return is_page_year(static_cast<int>(std::chrono::year_month_day(moment.day).year()));
}

// "21:19:00 GMT", "21:19 +0100" after a written day. Named zones other than UTC are not read: then only the day counts.
std::optional<Moment> with_time(Day day, std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" ,"), rest.size()));
  const std::size_t time_end = std::min(rest.find(' '), rest.size());
  std::string iso = to_iso(day) + "T" + std::string(rest.substr(0, time_end));
  rest.remove_prefix(std::min(time_end + 1, rest.size()));
  if (rest.starts_with("GMT") || rest.starts_with("UTC") || rest.starts_with("UT"))
    iso += "Z";
  else if (rest.starts_with('+') || rest.starts_with('-'))
    iso += rest.substr(0, rest.find(' '));
  else
    return std::nullopt;
  return parse_moment(iso);
}

}  // namespace

std::optional<Moment> read_date_value(std::string_view value, DayOrder order) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\n' || value.front() == '\t'))
    value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\n' || value.back() == '\t'))
    value.remove_suffix(1);
  value = value.substr(0, 200);
  if (const auto moment = parse_moment(value)) return in_years(*moment) ? moment : std::nullopt;
  if (all_digits(value)) {
    if (value.size() == 8 || value.size() == 12 || value.size() == 14) {
      if (const auto day = eight_digits(value)) return Moment{*day, std::nullopt};
    }
    if (value.size() == 10 || value.size() == 13) {
      const std::chrono::sys_seconds time{std::chrono::seconds(std::stoll(std::string(value.substr(0, 10))))};
      const Day day = std::chrono::floor<std::chrono::days>(time);
      const Moment moment{day, time - std::chrono::sys_seconds(day)};
      return in_years(moment) ? std::optional(moment) : std::nullopt;
    }
    return std::nullopt;
  }
  const auto days = find_written_days(value, order, 1);
  if (days.empty()) return std::nullopt;
  if (const auto moment = with_time(days[0].day, value.substr(days[0].span.end))) return moment;
  return Moment{days[0].day, std::nullopt};
}

std::optional<Day> day_in_address(std::string_view address) {
  address = address.substr(0, 2000);
  const auto digits_at = [&](std::size_t at) {
    std::size_t end = at;
    while (end < address.size() && is_digit(address[end])) ++end;
    return address.substr(at, end - at);
  };
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (!is_digit(address[at]) || (at > 0 && is_digit(address[at - 1]))) continue;
    const std::string_view year = digits_at(at);
    if (year.size() == 8)
      if (const auto day = eight_digits(year)) return day;
    if (year.size() == 1 || year.size() == 2)  // -09-11-2031
      if (const auto days = find_written_days(address.substr(at, 10), DayOrder::day_first, 1);
          !days.empty() && days[0].span.begin == 0 && address.substr(at + year.size()).starts_with('-'))
        return days[0].day;
    const std::size_t middle = at + 5;
    if (year.size() != 4 || middle >= address.size()) continue;
    const char between = address[at + 4];
    const std::string_view month = digits_at(middle);
    if (between == '/' && month.size() == 4)  // /2016/1109/
      if (const auto day = page_day(to_number(year), to_number(month.substr(0, 2)), to_number(month.substr(2))))
        return day;
    const std::size_t last = middle + month.size();
    if ((between != '/' && between != '-' && between != '_') || month.empty() || month.size() > 2 ||
        last >= address.size() || address[last] != between)
      continue;
    const std::string_view day = digits_at(last + 1);
    if (!day.empty() && day.size() <= 2)
      if (const auto found = page_day(to_number(year), to_number(month), to_number(day))) return found;
  }
  return std::nullopt;
}

}  // namespace hearsay
