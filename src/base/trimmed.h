// Text without the blanks around it.
#pragma once

#include <string_view>

namespace hearsay {

// Without the blanks, tabs and carriage returns at both ends; line feeds stay, as what is trimmed is one line.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

}  // namespace hearsay
