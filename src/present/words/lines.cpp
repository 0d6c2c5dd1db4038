// Filling of lines, first fit. It knows no widths of letters: an East Asian or combining letter counts as one column.
#include "present/words/lines.h"

#include "base/directions.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "present/words/terminal_style.h"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

bool is_space(char32_t c) { return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

char32_t harmless(char32_t c) { return is_control(c) || turns_text(c) ? 0xFFFD : c; }

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size_bytes;
    if (is_space(point.value)) {
      space = !line.empty();
      continue;
    }
    if (space) line += ' ';
    space = false;
    append_utf8(line, harmless(point.value));
  }
  return line;
}

std::string on_its_lines(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size_bytes;
    append_utf8(lines, point.value == '\n' ? '\n' : harmless(point.value));
  }
  return lines;
}

std::string wrapped(std::string_view text, std::size_t first, std::size_t rest, std::size_t most) {
  const std::string words = on_one_line(text);
  std::string lines;
  std::size_t width = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    const std::size_t word_width = width_of(word);
    if (lines.empty()) {
      lines.append(first, ' ').append(word);
      width = first + word_width;
    } else if (width + 1 + word_width > most) {
      lines.append("\n").append(rest, ' ').append(word);
      width = rest + word_width;
    } else {
      lines.append(" ").append(word);
      width += 1 + word_width;
    }
    at = end + 1;
  }
  if (!lines.empty()) lines += '\n';
  return lines;
}

std::string beside(std::string_view label, std::string_view text, std::size_t indent, std::size_t width,
                   std::size_t most) {
  const std::string name = on_one_line(label);
  std::string lines = wrapped(text, indent + width + 1, indent + width + 1, most);
  if (lines.empty() || width_of(name) > width) return wrapped(name, indent, indent, most) + lines;
  const std::size_t spaces = indent + width - width_of(name);
  return std::string(indent, ' ') + name + std::string(spaces - indent, ' ') + lines.substr(indent + width);
}

std::string wrapped_lines(std::string_view lines, std::size_t most) {
  std::string out;
  while (!lines.empty()) {
    const std::string_view line = next_line(lines);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (width_of(line) > most)
      out += wrapped(line, indent, indent + 2, most);
    else
      out.append(line).append("\n");
  }
  return out;
}

std::string underlined(std::string_view heading, char line) {
  std::size_t width = 0;
  for (std::string_view rest = heading; !rest.empty();) width = std::max(width, width_of(next_line(rest)));
  return std::string(heading) + '\n' + std::string(width, line) + '\n';
}

std::string_view beginning_of(std::string_view words, std::size_t most_bytes) {
  if (words.size() <= most_bytes) return words;
  const std::size_t space = words.find_last_of(" \n", most_bytes);
  if (space != std::string_view::npos && space > 0) return words.substr(0, space);
  std::size_t cut = most_bytes;
  while (cut > 0 && (words[cut] & 0xC0) == 0x80) --cut;
  return words.substr(0, cut);
}

std::string_view ending_of(std::string_view words, std::size_t most_bytes) {
  if (words.size() <= most_bytes) return words;
  std::size_t cut = words.size() - most_bytes;
  const std::size_t space = words.find_first_of(" \n", cut - 1);
  if (space != std::string_view::npos && space + 1 < words.size()) return words.substr(space + 1);
  while (cut < words.size() && (words[cut] & 0xC0) == 0x80) ++cut;
  return words.substr(cut);
}

bool opens_with_quotation_mark(std::string_view words) {
  static constexpr std::array<std::string_view, 8> marks = {"\"", "'", "“", "‘", "„", "«", "”", "``"};
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return words.starts_with(mark); });
}

std::string quoted(std::string_view words) {
  const std::string line = on_one_line(words);
  return opens_with_quotation_mark(line) ? line : '"' + line + '"';
}

}  // namespace hearsay
