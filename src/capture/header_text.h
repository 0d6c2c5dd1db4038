// The text of header lines as HTTP, WARC and robots.txt have them: names in any case, values with blanks around them.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace hearsay {

// ASCII letters in lower case, everything else as it is.
inline std::string small(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

// Without blanks, tabs and carriage returns at either end; empty when there is nothing else.
inline std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

}  // namespace hearsay
