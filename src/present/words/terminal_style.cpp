// ECMA-48 "select graphic rendition", of which every terminal knows these few.
#include "present/words/terminal_style.h"

#include "base/lines.h"
#include "present/words/lines.h"

#include <array>

namespace hearsay {

std::string painted(std::string_view lines, Ink ink, const TerminalStyle& style) {
  if (!style.colour) return std::string(lines);
  static constexpr std::array<std::string_view, 6> codes = {"1", "2", "1;31", "1;34", "1;33", "1;35"};
  std::string out;
  while (!lines.empty()) {
    const std::size_t size = lines.size();
    const std::string_view line = next_line(lines);
    const std::size_t words = line.find_first_not_of(' ');
    const bool ended = size > lines.size() + line.size();
    if (words == std::string_view::npos) {
      out.append(line);
    } else {
      out.append(line.substr(0, words)).append("\x1b[").append(codes[static_cast<std::size_t>(ink)]).append("m");
      out.append(line.substr(words)).append("\x1b[0m");
    }
    if (ended) out += '\n';
  }
  return out;
}

std::string fitted(std::string_view words, std::size_t most) {
  const std::string line = on_one_line(words);
  if (width_of(line) <= most) return line;
  constexpr std::string_view rest = " …";
  std::size_t end = 0;
  for (std::size_t width = 0; end < line.size(); ++end) {
    if ((line[end] & 0xC0) != 0x80 && ++width + 2 > most) break;
  }
  return std::string(beginning_of(line, end)).append(rest);
}

std::size_t width_of(std::string_view words) {
  std::size_t width = 0;
  for (const char c : words) width += (c & 0xC0) != 0x80 ? 1 : 0;
  return width;
}

}  // namespace hearsay
