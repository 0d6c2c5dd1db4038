// An article's words and their places in about 1.7 bytes a word of English.
#pragma once

#include "group/held/words.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Where a word stands, in code points, since the text is not kept to count them later.
struct WordPlace {
  std::uint32_t begin = 0;
  std::uint32_t end : 30 = 0;
  std::uint32_t quoted : 1 = 0;  // between quotation marks
  std::uint32_t name : 1 = 0;    // has a capital that its place does not ask for
};

// The words of a text as they are held. Both lists have one entry a word; places are in order and do not overlap.
struct PlacedWords {
  std::vector<std::uint16_t> words;  // as WordCodes numbers them
  std::vector<WordPlace> places;

  template <class Archive>
  void fields(Archive& archive) {
    archive(words, places);
  }
};

// The words of a text, by their codes. `words` are fold_words of it; all must end within its first 2^30 bytes.
PlacedWords place_words(std::string_view text, std::span<const Word> words);

std::string pack_words(const PlacedWords& text);

// What pack_words was given. Throws std::runtime_error for bytes it did not make.
PlacedWords unpack_words(std::string_view bytes);

// How many words they are.
std::size_t count_packed_words(std::string_view bytes);

// Numbers in as few bytes as they need, for what is kept by the million (LEB128).
void put_number(std::string& bytes, std::uint64_t value);
std::uint64_t take_number(std::string_view& bytes);  // throws std::runtime_error when the bytes end

}  // namespace hearsay
