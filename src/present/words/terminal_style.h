// How text is to look where it is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

struct TerminalStyle {
  std::size_t columns = 100;
  bool colour = false;
};

enum class Ink { strong, quiet, contested, corroborated, single_origin, unanswered };

// The lines with a terminal's codes for the ink around the words of each; unchanged where the style has no colour.
std::string painted(std::string_view lines, Ink ink, const TerminalStyle& style);

// Words for one line of at most so many columns; where some are left out, it ends with " …".
std::string fitted(std::string_view words, std::size_t most);

// How many columns words take: one for each code point.
std::size_t width_of(std::string_view words);

}  // namespace hearsay
