// Text without leading and trailing white space.
#pragma once

#include <string_view>

namespace hearsay {

// Without the blanks, tabs and carriage returns at both ends; line feeds stay, as what is trimmed is one line.
inline std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace hearsay
