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

}  // namespace hearsay
