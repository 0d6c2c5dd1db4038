// Rule files that a non-programmer can read: "[section]" lines, "left = right" lines, "#" comments.
#pragma once

#include "base/trimmed.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace hearsay {

// The number that is all of a text. Throws std::invalid_argument where it is none, or not a finite one.
inline double number_in(std::string_view text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size() || !std::isfinite(value))
    throw std::invalid_argument("'" + std::string(text.substr(0, 40)) + "' is not a number");
  return value;
}

// Calls `rule(section, line)` for each line of the file that is neither empty nor a comment nor a section's name. What
// `rule` throws as std::invalid_argument comes out as std::runtime_error "FILE:LINE: REASON: the line's beginning".
inline void for_each_rule(std::string_view rules, std::string_view file,
                          const std::function<void(const std::string& section, std::string_view line)>& rule) {
  std::string section;
  std::size_t number = 0;
  for (std::size_t at = 0; at < rules.size(); ++number) {
    const std::size_t end = std::min(rules.find('\n', at), rules.size());
    const std::string_view line = trimmed(rules.substr(at, end - at));
    at = end + 1;
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
      continue;
    }
    try {
      rule(section, line);
    } catch (const std::invalid_argument& problem) {
      throw std::runtime_error(std::string(file) + ":" + std::to_string(number + 1) + ": " + problem.what() + ": " +
                               std::string(line.substr(0, 100)));
    }
  }
}

}  // namespace hearsay
