// By its form alone, as the agencies' style books give it (AP Stylebook, "datelines"): the city in capitals, perhaps a
// region, a day and the agency, then a dash. A town in small letters is not looked for, since sentences begin like that
// too.
#include "dissect/dateline.h"

#include <algorithm>
#include <optional>

namespace hearsay {

namespace {

constexpr std::size_t longest = 70;
constexpr std::string_view dashes[] = {"\u2014", "\u2013", "--", "-"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

// Does the line begin with a word of three capitals or more ("NEW YORK", "KOBE")? Two may be initials.
bool opens_in_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (const char c : line) {
    if (is_small(c)) return false;
    if (is_capital(c)) {
      ++capitals;
    } else if (c != '.' && c != '\'' && !(c == ' ' && capitals < 3)) {
      break;
    }
  }
  return capitals >= 3;
}

// A point behind a word of five letters or more: "ST." and "Conn." are short, "SINKS." is not.
bool ends_a_sentence(std::string_view line, std::size_t point) {
  if (line[point] != '.' || point < 5 || !line.substr(point + 1).starts_with(' ')) return false;
  return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(point) - 5,
                     line.begin() + static_cast<std::ptrdiff_t>(point),
                     [](char c) { return is_capital(c) || is_small(c); });
}

std::optional<std::size_t> end_of_dash(std::string_view line) {
  for (std::size_t i = 3; i + 1 < std::min(line.size(), longest); ++i) {
    if (ends_a_sentence(line, i)) return std::nullopt;
    if (line[i - 1] != ' ') continue;
    for (const std::string_view dash : dashes) {
      if (line.substr(i).starts_with(dash) && line.substr(i + dash.size()).starts_with(' ')) return i + dash.size();
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Span> find_datelines(std::string_view text) {
  std::vector<Span> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t letter = std::min(text.find_first_not_of(" \t", begin), end);
    const std::string_view line = text.substr(letter, end - letter);
    if (opens_in_capitals(line.substr(0, longest))) {
      if (const auto dash = end_of_dash(line)) found.push_back({letter, letter + *dash});
    }
    begin = end + 1;
  }
  return found;
}

}  // namespace hearsay
