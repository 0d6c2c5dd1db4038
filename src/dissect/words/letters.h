// What kind of character begins at a byte: the few classes that finding boundaries and tags needs.
#pragma once

#include "base/utf8.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

enum class Letter : std::uint8_t { blank, upper, lower, other_letter, digit, mark };

// A character of a text, its class and its size; `mark` is all that is no blank, letter or digit.
struct Character {
  char32_t value;
  Letter kind;
  std::size_t size_bytes;

  bool is_letter() const { return kind == Letter::upper || kind == Letter::lower || kind == Letter::other_letter; }
  bool is_word() const { return is_letter() || kind == Letter::digit; }
};

// The character at a byte of the text (byte < text.size()). Joining marks and soft hyphens count as letters, so that a
// word with them stays whole.
Character character_at(std::string_view text, std::size_t byte);

// The text with every capital made small, by code point, in the same number of bytes (a capital whose small letter
// takes another number of bytes is left as it is).
std::string small_letters(std::string_view text);

// Does the text begin with a capital or a small letter?
inline bool begins_upper(std::string_view text) { return !text.empty() && character_at(text, 0).kind == Letter::upper; }
inline bool begins_lower(std::string_view text) { return !text.empty() && character_at(text, 0).kind == Letter::lower; }

}  // namespace hearsay
