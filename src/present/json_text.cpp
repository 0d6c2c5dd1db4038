// Most of an article's JSON is its marks, which are many and small: a tree of values built for them and dumped took
// several times as long as everything else about printing.
#include "present/json_text.h"

#include "base/utf8.h"
#include "present/json_parts.h"

#include <fmt/format.h>

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

}  // namespace

JsonText::JsonText(std::string object) : text_(std::move(object)) {
  text_.pop_back();  // "}"
  comma_ = text_.back() != '{';
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  ((text_ += '"') += name) += "\":";
  comma_ = false;
  return *this;
}

JsonText& JsonText::value(std::string_view text) {
  if (first_broken_byte(text)) return raw(dump(Json(text)));
  separate();
  text_ += '"';
  append_escaped(text_, text);
  text_ += '"';
  return *this;
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
