#include "completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hearsay {

std::string with_spaces(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string quoted(std::string_view text, std::string_view quote) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += quote;
    else
      out += c;
  }
  return out + '\'';
}

std::string short_help(const OptionReference& option) {
  return option.help.substr(0, std::min(option.help.find(". "), option.help.find("; ")));
}

}  // namespace hearsay
