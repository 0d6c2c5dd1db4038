// Written by hand, where a library would do for little output: most of what is printed are marks, many and small, and a
// day's stories have a million copies. A tree of values built for them and dumped (nlohmann-json) took several times as
// long as everything else about printing. The tests hold what is written here against that library.
#include "present/json/json_text.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <unicode/unistr.h>

#include <cmath>
#include <cstdint>
#include <iterator>

namespace hearsay {

namespace {

std::string_view escape_of(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return {};
  }
}

// Not a byte that JSON wants escaped.
bool is_plain(char c) {
  return (static_cast<unsigned char>(c) >= 0x20) & (c != '"') & (c != '\\');  // without branches, for plain_end()
}

// One past the bytes from `begin` on that stand as they are. The loop over a step becomes vector instructions.
std::size_t plain_end(std::string_view text, std::size_t begin) {
  constexpr std::size_t step = 32;
  std::size_t end = begin;
  for (; end + step <= text.size(); end += step) {
    unsigned char plain = 1;
    for (std::size_t i = 0; i < step; ++i) plain &= static_cast<unsigned char>(is_plain(text[end + i]));
    if (!plain) break;
  }
  while (end < text.size() && is_plain(text[end])) ++end;
  return end;
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = plain_end(text, at);
    out += text.substr(at, end - at);
    if (end == text.size()) return;
    if (const std::string_view escape = escape_of(text[end]); !escape.empty())
      out += escape;
    else
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(text[end]));
    at = end + 1;
  }
}

// Each longest beginning of a character that is broken off, and each byte that begins none, as one U+FFFD (the Unicode
// standard, section 3.9).
std::string with_replacements(std::string_view broken) {
  std::string text;
  icu::UnicodeString::fromUTF8({broken.data(), static_cast<std::int32_t>(broken.size())}).toUTF8String(text);
  return text;
}

}  // namespace

JsonText& JsonText::key(std::string_view name) {
  separate();
  ((text_ += '"') += name) += "\":";
  comma_ = false;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  if (first_broken_byte(text)) return value(with_replacements(text));
  separate();
  text_ += '"';
  append_escaped(text_, text);
  text_ += '"';
  return *this;
}

JsonText& JsonText::value(double number) {
  if (!std::isfinite(number)) return raw("null");
  constexpr double exact = 9007199254740992.0;  // 2^53: beyond it a double no longer tells whole numbers apart
  if (std::abs(number) < exact && std::trunc(number) == number) return value(static_cast<std::int64_t>(number));
  return raw(fmt::format("{}", number));
}

JsonText& JsonText::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonText& JsonText::open(char bracket) {
  separate();
  text_ += bracket;
  comma_ = false;
  return *this;
}

JsonText& JsonText::close(char bracket) {
  text_ += bracket;
  comma_ = true;
  return *this;
}

void JsonText::separate() {
  if (comma_) text_ += ',';
  comma_ = true;
}

}  // namespace hearsay
