// Follows the HTML standard's tokenizer: the longest known name wins, and the semicolon may be missing after old ones.
#include "clean/markup/entities.h"

#include "base/lines.h"
#include "base/resources.h"
#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <unordered_map>

namespace hearsay {

namespace {

struct Names {
  std::unordered_map<std::string_view, std::string> words;
  std::size_t longest = 0;
};

Names read_names(std::string_view file) {
  Names names;
  while (!file.empty()) {
    std::string_view line = next_line(file);
    if (line.empty() || line.front() == '#') continue;
    const std::string_view name = line.substr(0, line.find(' '));
    std::string words;
    for (line.remove_prefix(name.size()); !line.empty();) {
      line.remove_prefix(1);
      std::uint32_t value = 0;
      const auto read = std::from_chars(line.data(), line.data() + line.size(), value, 16);
      if (read.ec != std::errc())
        throw std::runtime_error("data/html_entities.txt: no character's number in the line of " + std::string(name));
      append_utf8(words, value);
      line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
    }
    names.longest = std::max(names.longest, name.size());
    names.words.emplace(name, std::move(words));
  }
  return names;
}

const Names& names() {
  static const Names read = read_names(resource("data/html_entities.txt"));
  return read;
}

// What the numbers 128 to 159 mean on pages: characters of Windows-1252.
char32_t of_windows(std::uint32_t number) {
  constexpr char16_t table[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return number >= 128 && number < 160 ? table[number - 128] : number;
}

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

CharacterReference EntityReader::read(std::string_view text) {
  if (text.size() < 3) return {};
  if (text[1] == '#') {
    const bool hexadecimal = text[2] == 'x' || text[2] == 'X';
    const char* const begin = text.data() + (hexadecimal ? 3 : 2);
    const char* const end = text.data() + text.size();
    std::uint32_t value = 0;
    const auto read = std::from_chars(begin, end, value, hexadecimal ? 16 : 10);
    if (read.ptr == begin) return {};
    number_.clear();
    append_utf8(number_, read.ec == std::errc() && value != 0 ? of_windows(value) : 0xFFFD);
    std::size_t size = static_cast<std::size_t>(read.ptr - text.data());
    if (size < text.size() && text[size] == ';') ++size;
    return {number_, size};
  }
  std::size_t end = 1;
  while (end < text.size() && end <= names().longest && is_alphanumeric(text[end])) ++end;
  if (end < text.size() && text[end] == ';') ++end;
  for (std::size_t size = end - 1; size >= 2; --size) {
    const auto found = names().words.find(text.substr(1, size));
    if (found != names().words.end()) return {found->second, size + 1};
  }
  return {};
}

std::string without_entities(std::string_view text) {
  std::string result;
  EntityReader reader;
  while (!text.empty()) {
    const std::size_t start = std::min(text.find('&'), text.size());
    result += text.substr(0, start);
    text.remove_prefix(start);
    if (text.empty()) break;
    const CharacterReference reference = reader.read(text);
    if (reference.size_bytes == 0) {
      result += '&';
      text.remove_prefix(1);
    } else {
      result += reference.words;
      text.remove_prefix(reference.size_bytes);
    }
  }
  return result;
}

}  // namespace hearsay
