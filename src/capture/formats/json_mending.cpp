// One pass over the bytes, which knows of JSON no more than how a character is escaped.
#include "capture/formats/json_mending.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hearsay {

namespace {

constexpr std::string_view replacement = "\uFFFD";

// The number after "\u"; nothing when there is none.
std::optional<unsigned> unit_at(std::string_view json, std::size_t at) {
  unsigned unit = 0;
  if (json.size() < at + 6 || json[at] != '\\' || json[at + 1] != 'u') return std::nullopt;
  const char* const end = json.data() + at + 6;
  return std::from_chars(json.data() + at + 2, end, unit, 16).ptr == end ? std::optional(unit) : std::nullopt;
}

bool leads(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool trails(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Half a character in three bytes, as UTF-8 does not allow it.
bool is_half(std::string_view json, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(json[at + i]); };
  return at + 2 < json.size() && byte(0) == 0xED && byte(1) >= 0xA0 && byte(1) < 0xC0 && byte(2) >= 0x80 &&
         byte(2) < 0xC0;
}

// So many bytes are one character, and what to write for them where they do not stand.
struct Piece {
  std::size_t size = 1;
  std::string_view instead;
};

Piece piece_at(std::string_view json, std::size_t at) {
  if (const auto unit = unit_at(json, at)) {
    const auto next = unit_at(json, at + 6);
    if (leads(*unit) && next && trails(*next)) return {12, {}};
    return {6, leads(*unit) || trails(*unit) ? replacement : std::string_view()};
  }
  const auto byte = static_cast<unsigned char>(json[at]);
  if (byte == '\\' && at + 1 < json.size() && static_cast<unsigned char>(json[at + 1]) < 0x80) return {2, {}};
  if (byte < 0x80) return {};
  if (is_half(json, at)) return {3, replacement};
  const CodePoint point = code_point_at(json, at);
  return {point.size_bytes, point.size_bytes == 1 ? replacement : std::string_view()};
}

}  // namespace

std::string_view without_marks(std::string_view json) {
  while (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  return json;
}

std::string mended(std::string_view json) {
  std::string whole;
  whole.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const Piece piece = piece_at(json, at);
    whole += piece.instead.empty() ? json.substr(at, piece.size) : piece.instead;
    at += piece.size;
  }
  return whole;
}

std::string without_noughts(std::string_view text) {
  std::string whole;
  for (std::size_t nought; (nought = text.find('\0')) != std::string_view::npos; text.remove_prefix(nought + 1))
    whole.append(text.substr(0, nought)).append(replacement);
  return whole.append(text);
}

}  // namespace hearsay
