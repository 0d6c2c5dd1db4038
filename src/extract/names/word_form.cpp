// Letters are told apart by Unicode's classes (dissect/words/letters.h), so that any script has shapes.
#include "extract/names/word_form.h"

#include "dissect/words/letters.h"

#include <string>

namespace hearsay {

namespace {

char shape_of(const Character& c) {
  switch (c.kind) {
    case Letter::upper:
      return 'X';
    case Letter::lower:
      return 'x';
    case Letter::other_letter:
      return 'c';
    case Letter::digit:
      return '9';
    default:
      return c.value < 0x80 ? static_cast<char>(c.value) : '~';
  }
}

}  // namespace

std::uint64_t hash_of_bytes(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325ULL;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return mixed_bits(h);
}

WordForm form_of_word(std::string_view word) {
  std::string shape;
  std::size_t upper = 0, lower = 0, other = 0, digits = 0;
  bool first_upper = false;
  for (std::size_t byte = 0; byte < word.size();) {
    const Character c = character_at(word, byte);
    if (byte == 0) first_upper = c.kind == Letter::upper;
    byte += c.size_bytes;
    upper += c.kind == Letter::upper;
    lower += c.kind == Letter::lower;
    other += c.kind == Letter::other_letter;
    digits += c.kind == Letter::digit;
    const char s = shape_of(c);
    const std::size_t n = shape.size();
    if (n < 24 && !(n >= 2 && shape[n - 1] == s && shape[n - 2] == s)) shape += s;
  }
  WordForm form;
  form.shape = hash_of_bytes(shape);
  form.capital = upper + other > 0;
  const std::size_t letters = upper + lower + other;
  if (letters == 0)
    form.letters = digits > 0 ? Letters::digits : Letters::mark;
  else if (digits > 0)
    form.letters = Letters::digits_and_letters;
  else if (other > 0)
    form.letters = Letters::caseless;
  else if (upper == 0)
    form.letters = Letters::small;
  else if (lower == 0 && upper > 1)
    form.letters = Letters::capitals;
  else
    form.letters = first_upper && upper == 1 ? Letters::initial : Letters::mixed;
  return form;
}

std::string_view front_of(std::string_view text, std::size_t count) {
  std::size_t byte = 0;
  while (byte < text.size() && count > 0) {
    ++byte;
    while (byte < text.size() && (text[byte] & 0xC0) == 0x80) ++byte;
    --count;
  }
  return text.substr(0, byte);
}
std::string_view back_of(std::string_view text, std::size_t count) {
  std::size_t byte = text.size();
  while (byte > 0 && count > 0) {
    --byte;
    while (byte > 0 && (text[byte] & 0xC0) == 0x80) --byte;
    --count;
  }
  return text.substr(byte);
}

}  // namespace hearsay
