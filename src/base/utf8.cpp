#include "base/utf8.h"

#include <algorithm>
#include <array>
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

// Whether the next bytes, eight for each of `words`, are all ASCII. Most of most texts is.
template <std::size_t words>
bool is_ascii(std::string_view text, std::size_t byte) {
  std::array<std::uint64_t, words> eights;
  if (text.size() - byte < sizeof eights) return false;
  std::memcpy(eights.data(), text.data() + byte, sizeof eights);
  std::uint64_t all = 0;
  for (const std::uint64_t eight : eights) all |= eight;
  return (all & 0x8080808080808080u) == 0;
}

}  // namespace

std::optional<std::size_t> first_broken_byte(std::string_view text) {
  for (std::size_t byte = 0; byte < text.size();) {
    if (is_ascii<4>(text, byte)) {
      byte += 32;
      continue;
    }
    if (is_ascii<1>(text, byte)) {
      byte += 8;
      continue;
    }
    const std::size_t size = well_formed_at(text, byte).size_bytes;
    if (size == 0) return byte;
    byte += size;
  }
  return std::nullopt;
}

std::size_t ascii_prefix(std::string_view text) {
  std::size_t byte = 0;
  while (is_ascii<8>(text, byte)) byte += 64;
  while (byte < text.size() && static_cast<unsigned char>(text[byte]) < 0x80) ++byte;
  return byte;
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
  for (std::size_t block = 0; block < blocks; ++block) {
    before_[block] = count;
    const std::size_t begin = block * stride;
    const std::size_t size = std::min(stride, text.size() - begin);
    std::uint64_t bits = 0;
    if (!is_ascii<stride / 8>(text, begin))
      for (std::size_t i = 0; i < size; ++i) bits |= std::uint64_t{continues(text[begin + i])} << i;
    continuation_[block] = bits;
    count += size - static_cast<std::size_t>(std::popcount(bits));
  }
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
