// Each form of a value is recognised by its length and punctuation; anything else is read as a day that people write.
#include "clean/dates/date_values.h"

#include "clean/dates/date_words.h"

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

// What follows a written day, piece by piece.
class Rest {
 public:
  explicit Rest(std::string_view text) : text_(text) {}

  void skip(std::string_view marks) { text_.remove_prefix(std::min(text_.find_first_not_of(marks), text_.size())); }

  // At most this many digits; nothing if there are none.
  std::optional<int> number(std::size_t most) {
    std::size_t size = 0;
    while (size < most && size < text_.size() && is_digit(text_[size])) ++size;
    if (size == 0) return std::nullopt;
    const int value = to_number(text_.substr(0, size));
    text_.remove_prefix(size);
    return value;
  }

  bool take(std::string_view mark) {
    const bool there = text_.starts_with(mark);
    if (there) text_.remove_prefix(mark.size());
    return there;
  }

  // ASCII letters.
  std::string_view word() {
    std::size_t size = 0;
    while (size < text_.size() && ((text_[size] | 0x20) >= 'a' && (text_[size] | 0x20) <= 'z')) ++size;
    const std::string_view found = text_.substr(0, size);
    text_.remove_prefix(size);
    return found;
  }

  std::string_view left() const { return text_; }

 private:
  std::string_view text_;
};

// "+01:00", "-0500", "+2": how far ahead of UTC.
std::optional<std::chrono::minutes> read_offset(Rest& rest) {
  const int sign = rest.left().starts_with('-') ? -1 : 1;
  if (!rest.take("+") && !rest.take("-")) return std::nullopt;
  const auto hours = rest.number(2);
  if (!hours || *hours > 14) return std::nullopt;
  rest.take(":");
  return std::chrono::minutes(sign * (*hours * 60 + rest.number(2).value_or(0)));
}

// "Z", "GMT", "EST", "GMT+0100", "UTC+2", "+01:00".
std::optional<std::chrono::minutes> read_zone(Rest& rest) {
  rest.skip(" (,");
  if (auto offset = read_offset(rest)) return offset;
  const std::string_view name = rest.word();
  if (name == "Z") return std::chrono::minutes(0);
  const auto zone = date_words().zone(name);
  if (!zone || zone->count() != 0) return zone;
  const auto offset = read_offset(rest);
  return offset ? offset : zone;
}

// "21:19:00", "9:19 pm", "21.19", "21h19", as seconds of the day. Leaves what follows.
std::optional<std::chrono::seconds> read_clock(Rest& rest) {
  const auto hour = rest.number(2);
  if (!hour || (!rest.take(":") && !rest.take(".") && !rest.take("h"))) return std::nullopt;
  const auto minute = rest.number(2);
  if (!minute || *minute > 59) return std::nullopt;
  const int second = rest.take(":") ? rest.number(2).value_or(0) : 0;
  if (rest.take(".")) rest.number(9);
  Rest after = rest;
  after.skip(" ");
  const std::string_view half = after.word();
  const bool dotted = half.size() == 1 && (after.take(".m.") || after.take(".M."));
  const bool morning = half == "am" || half == "AM" || (dotted && (half == "a" || half == "A"));
  const bool evening = half == "pm" || half == "PM" || (dotted && (half == "p" || half == "P"));
  int hours = *hour;
  if (morning || evening) {
    if (hours < 1 || hours > 12) return std::nullopt;
    hours = hours % 12 + (evening ? 12 : 0);
    rest = after;
  }
  if (hours > 23 || second > 60) return std::nullopt;
  return std::chrono::hours(hours) + std::chrono::minutes(*minute) + std::chrono::seconds(second);
}

Moment moment_at(Day day, std::chrono::seconds clock, std::chrono::minutes zone) {
  const auto utc = std::chrono::sys_seconds(day) + clock - zone;
  const Day utc_day = std::chrono::floor<std::chrono::days>(utc);
  return {utc_day, utc - std::chrono::sys_seconds(utc_day), zone};
}

// A clock with its zone after a written day. Without a zone only the day counts.
std::optional<Moment> with_time(Day day, std::string_view text) {
  Rest rest(text);
  rest.skip(" ,|-T");
  if (rest.take("at ") || rest.take("um ")) rest.skip(" ");
  const auto clock = read_clock(rest);
  if (!clock) return std::nullopt;
  const auto zone = read_zone(rest);
  return zone ? std::optional(moment_at(day, *clock, *zone)) : std::nullopt;
}

// "Tue Oct 08 18:30:00 EST 2013", as C and Java write it: the year comes last.
std::optional<Moment> with_year_last(std::string_view value) {
  const std::size_t space = value.rfind(' ');
  const std::size_t colon = value.find(':');
  if (space == std::string_view::npos || colon == std::string_view::npos || colon < 3 || value.size() - space != 5)
    return std::nullopt;
  const std::string_view year = value.substr(space + 1);
  const std::size_t clock = value.rfind(' ', colon);
  if (!all_digits(year) || clock == std::string_view::npos) return std::nullopt;
  const std::string rearranged = std::string(value.substr(0, clock)) + " " + std::string(year);
  const auto days = find_written_days(rearranged, DayOrder::month_first, 1);
  if (days.empty()) return std::nullopt;
  if (const auto moment = with_time(days[0].day, value.substr(clock, space - clock))) return moment;
  return Moment{days[0].day, std::nullopt};
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
  if (days.empty()) return with_year_last(value);
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
