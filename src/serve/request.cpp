#include "serve/request.h"

#include "base/calendar.h"
#include "present/json/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace hearsay {

namespace {

constexpr std::int64_t most_in_a_page = 500;
constexpr std::int64_t usual_in_a_page = 50;

}  // namespace

WebAnswer refusal(int status, const std::string& reason) {
  JsonText out;
  return {status, "application/json", out.begin_object().add("error", reason).end_object().take(), "", ""};
}

std::string asked(const WebRequest& request, const char* name) {
  const auto found = request.asked.find(name);
  return found == request.asked.end() ? std::string() : found->second;
}

std::optional<std::int64_t> number_asked(const WebRequest& request, const char* name) {
  if (!request.asked.contains(name)) return std::nullopt;
  const std::string word = asked(request, name);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size() || number < 0)
    throw Refused{400, fmt::format("\"{}\" must be a number", name)};
  return number;
}

std::optional<std::int64_t> time_asked(const WebRequest& request, const char* name) {
  if (!request.asked.contains(name)) return std::nullopt;
  const auto moment = parse_moment(asked(request, name));
  if (!moment) throw Refused{400, fmt::format("\"{}\" must be a time such as 2016-11-09T21:19:00Z", name)};
  const std::chrono::seconds day = moment->day.time_since_epoch();
  return (day + moment->time_of_day_utc.value_or(std::chrono::seconds(0))).count();
}

std::size_t most_asked(const WebRequest& request) {
  const std::int64_t most = number_asked(request, "limit").value_or(usual_in_a_page);
  if (most < 1 || most > most_in_a_page)
    throw Refused{400, fmt::format("\"limit\" must be a number from 1 to {}", most_in_a_page)};
  return static_cast<std::size_t>(most);
}

}  // namespace hearsay
