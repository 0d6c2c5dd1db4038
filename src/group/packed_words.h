// An article's words and their places in under three bytes a word.
#pragma once

#include "group/signature.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct PlacedWords {
  std::vector<std::uint16_t> words;
  std::vector<WordPlace> places;
};

// Both lists have one entry a word; places are in order and do not overlap.
std::string pack_words(std::span<const std::uint16_t> words, std::span<const WordPlace> places);

// What pack_words was given. Throws std::runtime_error for bytes it did not make.
PlacedWords unpack_words(std::string_view bytes);

// Numbers in as few bytes as they need, for what is kept by the million (LEB128).
void put_number(std::string& bytes, std::uint64_t value);
std::uint64_t take_number(std::string_view& bytes);  // throws std::runtime_error when the bytes end

}  // namespace hearsay
