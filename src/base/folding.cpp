#include "base/folding.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

namespace hearsay {

namespace {

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

}  // namespace

char32_t plain_letter(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const canonical = unorm2_getNFDInstance(&error);
  UChar32 base = u_tolower(static_cast<UChar32>(c));
  UChar parts[8];
  while (U_SUCCESS(error)) {
    const int32_t size = unorm2_getRawDecomposition(canonical, base, parts, 8, &error);
    if (size <= 0 || U_FAILURE(error)) break;
    U16_GET(parts, 0, 0, size, base);
  }
  return static_cast<char32_t>(base);
}

std::string fold(std::string_view text) {
  std::string folded;
  bool gap = false;
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = code_point_at(text, byte);
    byte += c.size_bytes;
    if (u_isalnum(static_cast<UChar32>(c.value))) {
      if (gap && !folded.empty()) folded += ' ';
      gap = false;
      append_utf8(folded, plain_letter(c.value));
    } else if (is_apostrophe(c.value) && byte < text.size() && (text[byte] == 's' || text[byte] == 'S') &&
               (byte + 1 == text.size() || text[byte + 1] == ' ')) {
      ++byte;
    } else if (c.value != '.' || byte >= text.size() || text[byte] == ' ') {
      gap = true;
    }
  }
  return folded;
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    count += !blank && !inside;
    inside = !blank;
  }
  return count;
}

bool is_abbreviation(std::string_view name) {
  std::size_t capitals = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      ++capitals;
    } else if (c != '.') {
      return false;
    }
  }
  return capitals >= 2 && capitals <= 6;
}

}  // namespace hearsay
