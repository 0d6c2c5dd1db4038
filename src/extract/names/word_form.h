// How a word is written: its letters, its shape, its ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

// Spreads a number over all 64 bits.
inline std::uint64_t mixed_bits(std::uint64_t h) {
  h *= 0x9E3779B97F4A7C15ULL;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9ULL;
  return h ^ h >> 32;
}

// The hash under which words stand in the model's tables.
std::uint64_t hash_of_bytes(std::string_view bytes);

enum class Letters : std::uint8_t { small, initial, capitals, mixed, digits, digits_and_letters, caseless, mark };

struct WordForm {
  Letters letters = Letters::mark;
  std::uint64_t shape = 0;  // hash of the shape: "Wrocław-2" is "Xxx-9", at most two of one class in a row
  bool capital = false;     // has a capital letter, or a letter of a script without case
};

WordForm form_of_word(std::string_view word);

// The bytes of the first or last `count` characters of UTF-8 text.
std::string_view front_of(std::string_view text, std::size_t count);
std::string_view back_of(std::string_view text, std::size_t count);

}  // namespace hearsay
