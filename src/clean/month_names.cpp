// A name that two languages give to different months is the upper line's.
#include "clean/month_names.h"

#include "base/lines.h"
#include "base/resources.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace hearsay {

MonthNames::MonthNames(std::string_view lines, std::string_view file) {
  for (std::size_t line_number = 1; !lines.empty(); ++line_number) {
    std::string_view line = next_line(lines);
    if (line.empty() || line.front() == '#') continue;
    const std::string_view digits = next_piece(line, ' ');
    int month = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), month);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || month < 1 || month > 12)
      throw std::runtime_error(std::string(file) + ":" + std::to_string(line_number) +
                               ": does not begin with a month's number and a blank");
    while (!line.empty()) numbers_.emplace(next_piece(line, ' '), month);
  }
}

int MonthNames::number_of(std::string_view word) const {
  constexpr std::size_t longest_name = 24;
  if (word.size() > longest_name) return 0;
  const auto found = numbers_.find(in_small_letters(word));
  return found == numbers_.end() ? 0 : found->second;
}

const MonthNames& month_names() {
  static const MonthNames names(resource("data/month_names.txt"), "data/month_names.txt");
  return names;
}

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const auto c = static_cast<unsigned char>(small[i]);
    if (c >= 'A' && c <= 'Z') small[i] = static_cast<char>(c + 32);
    if (i + 1 == small.size()) break;
    const auto next = static_cast<unsigned char>(small[i + 1]);
    if (c == 0xC3 && next >= 0x80 && next <= 0x9E) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xD0 && next >= 0x90 && next <= 0x9F) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xD0 && next >= 0xA0 && next <= 0xAF) {
      small[i] = '\xD1';
      small[i + 1] = static_cast<char>(next - 32);
    }
    if (c == 0xCE && next >= 0x91 && next <= 0x9F) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xCE && next >= 0xA0 && next <= 0xA9) {
      small[i] = '\xCF';
      small[i + 1] = static_cast<char>(next - 32);
    }
  }
  return small;
}

}  // namespace hearsay
