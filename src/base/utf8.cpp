#include "base/utf8.h"

#include <bit>
#include <cstring>
#include <string>

namespace hearsay {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The well-formed code point at a byte, or size 0 where there is none: overlong forms, surrogates and values beyond
// U+10FFFF are not well formed (Unicode, table 3-7).
CodePoint well_formed_at(std::string_view text, std::size_t byte) {
  const auto lead = static_cast<unsigned char>(text[byte]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || byte + size > text.size()) return {replacement, 0};
  char32_t value = lead & (0xFF >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if (!continues(text[byte + i])) return {replacement, 0};
    value = value << 6 | (static_cast<unsigned char>(text[byte + i]) & 0x3F);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {replacement, 0};
  return {value, size};
}

// Are the eight bytes from here on ASCII? Most of most texts is.
bool is_ascii_word(std::string_view text, std::size_t byte) {
  std::uint64_t eight = 0;
  if (text.size() - byte < sizeof eight) return false;
  std::memcpy(&eight, text.data() + byte, sizeof eight);
  return (eight & 0x8080808080808080u) == 0;
}

}  // namespace

std::optional<std::size_t> first_broken_byte(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    if (is_ascii_word(text, byte)) {
      byte += 8;
      continue;
    }
    const std::size_t size = well_formed_at(text, byte).size_bytes;
    if (size == 0) return byte;
    byte += size;
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view text, std::size_t byte) {
  const CodePoint found = well_formed_at(text, byte);
  return found.size_bytes == 0 ? CodePoint{replacement, 1} : found;
}

void append_utf8(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12);
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | c >> 18);
    text += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

CodePointIndex::CodePointIndex(std::string_view text) : size_(text.size()) {
  const std::size_t blocks = text.size() / stride + 1;
  continuation_.assign(blocks, 0);
  before_.assign(blocks, 0);
  std::size_t count = 0;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if (byte % stride == 0) before_[byte / stride] = count;
    if (continues(text[byte])) {
      continuation_[byte / stride] |= std::uint64_t{1} << (byte % stride);
    } else {
      ++count;
    }
  }
  if (text.size() % stride == 0) before_[blocks - 1] = count;
}

std::size_t CodePointIndex::code_points_before(std::size_t byte) const {
  assert(byte <= size_);
  const std::size_t block = byte / stride;
  const std::size_t rest = byte % stride;
  const std::uint64_t mask = (std::uint64_t{1} << rest) - 1;
  return before_[block] + rest - static_cast<std::size_t>(std::popcount(continuation_[block] & mask));
}

std::size_t CodePointIndex::byte_of(std::size_t count) const {
  std::size_t low = 0;
  std::size_t high = size_;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (code_points_before(middle + 1) > count) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

}  // namespace hearsay
