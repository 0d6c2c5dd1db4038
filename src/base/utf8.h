// UTF-8: is it well formed, what is the next code point, how many code points stand before a byte (RFC 3629).
#pragma once

#include "base/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The byte at which the text stops being well-formed UTF-8; nothing when all of it is.
std::optional<std::size_t> first_broken_byte(std::string_view text);

// How many bytes from the front are ASCII.
std::size_t ascii_prefix(std::string_view text);

// The code point at a byte and the bytes it takes. `byte` must be inside the text. Broken bytes come back one at a time
// as U+FFFD, so a loop over any bytes ends.
struct CodePoint {
  char32_t value;
  std::size_t size_bytes;
};
CodePoint code_point_at(std::string_view text, std::size_t byte);

// Appends the UTF-8 of a code point; surrogates and values beyond U+10FFFF become U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

// Turns byte offsets into code point offsets, as the W3C TextPositionSelector counts. Built in one pass; each question
// is answered in constant time. Holds no reference to the text.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  // Code points that begin before `byte`, 0 <= byte <= text.size().
  std::size_t code_points_before(std::size_t byte) const;
  Span in_code_points(Span bytes) const { return {code_points_before(bytes.begin), code_points_before(bytes.end)}; }

  // The byte at which the code point number `count` begins; the text's size when there are no more.
  std::size_t byte_of(std::size_t count) const;

 private:
  static constexpr std::size_t stride = 64;
  std::vector<std::uint64_t> continuation_;  // one bit a byte: does it continue a code point?
  std::vector<std::size_t> before_;          // code points before each 64-byte block
  std::size_t size_ = 0;
};

}  // namespace hearsay
