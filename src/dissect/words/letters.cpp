// Character classes: a table for ASCII, ICU's general categories for the rest.
#include "dissect/words/letters.h"

#include <unicode/uchar.h>

#include <array>

namespace hearsay {

namespace {

constexpr std::array<Letter, 128> ascii_kinds = [] {
  std::array<Letter, 128> kinds{};
  for (int c = 0; c < 128; ++c) {
    const bool blank = c <= ' ' || c == 127;
    kinds[static_cast<std::size_t>(c)] = blank                  ? Letter::blank
                                         : c >= '0' && c <= '9' ? Letter::digit
                                         : c >= 'A' && c <= 'Z' ? Letter::upper
                                         : c >= 'a' && c <= 'z' ? Letter::lower
                                                                : Letter::mark;
  }
  return kinds;
}();

Letter kind_beyond_ascii(char32_t value) {
  if (value == 0xFFFD) return Letter::other_letter;  // a broken character inside a word does not break the word
  switch (u_charType(static_cast<UChar32>(value))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return Letter::upper;
    case U_LOWERCASE_LETTER:
      return Letter::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Letter::other_letter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return Letter::digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return Letter::blank;
    case U_FORMAT_CHAR:
      // A soft hyphen and the joiners sit inside words; a zero-width space or a byte order mark parts them.
      return value == 0xAD || value == 0x200C || value == 0x200D ? Letter::other_letter : Letter::blank;
    default:
      return Letter::mark;
  }
}

}  // namespace

Character character_at(std::string_view text, std::size_t byte) {
  const auto first = static_cast<unsigned char>(text[byte]);
  if (first < 128) return {first, ascii_kinds[first], 1};
  const CodePoint point = code_point_at(text, byte);
  return {point.value, kind_beyond_ascii(point.value), point.size_bytes};
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (std::size_t i = 0; i < small.size();) {
    const auto first = static_cast<unsigned char>(small[i]);
    if (first < 128) {
      if (first >= 'A' && first <= 'Z') small[i] = static_cast<char>(first - 'A' + 'a');
      ++i;
      continue;
    }
    const CodePoint point = code_point_at(small, i);
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(point.value)));
    if (lower != point.value) {
      std::string bytes;
      append_utf8(bytes, lower);
      if (bytes.size() == point.size_bytes) small.replace(i, bytes.size(), bytes);
    }
    i += point.size_bytes;
  }
  return small;
}

}  // namespace hearsay
