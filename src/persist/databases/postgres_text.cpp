#include "persist/databases/postgres_text.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace hearsay {

namespace {

constexpr std::string_view mark = "\xEF\xB7\x90";  // U+FDD0

}  // namespace

bool can_postgres_hold(std::string_view text) {
  return text.find('\0') == std::string_view::npos && !first_broken_byte(text) && !is_escaped_text(text);
}

bool is_escaped_text(std::string_view held) { return held.find(mark) != std::string_view::npos; }

std::string to_postgres_text(std::string_view text) {
  std::string held;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, point.size_bytes);
    const bool broken = point.value == 0xFFFD && point.size_bytes == 1;
    if (broken || point.value == 0 || bytes == mark)
      for (const char byte : bytes) held.append(mark).append(fmt::format("{:02x}", static_cast<unsigned char>(byte)));
    else
      held.append(bytes);
    at += point.size_bytes;
  }
  return held;
}

std::string from_postgres_text(std::string_view held) {
  std::string text;
  while (!held.empty()) {
    const std::size_t fine = std::min(held.find(mark), held.size());
    text.append(held.substr(0, fine));
    held.remove_prefix(fine);
    if (held.empty()) break;
    const std::string digits(held.substr(mark.size(), 2));
    text += static_cast<char>(std::strtol(digits.c_str(), nullptr, 16));
    held.remove_prefix(std::min(mark.size() + 2, held.size()));
  }
  return text;
}

}  // namespace hearsay
