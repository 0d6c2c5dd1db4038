#include "group/held/packed_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace hearsay {
namespace {

PlacedWords words_of(std::string_view text) { return place_words(text, fold_words(text)); }

TEST(packed_words, come_back_as_they_were) {
  const PlacedWords before = words_of(
      "A b, c -- \"Überlänge gab es\", said Ilse Ravnkilde of Tarnfoss -- \"Don’t\" \"you\" "
      "supercalifragilisticexpialidocious 1,000.5\n\n\n\n                    end… 終わり");
  const std::string bytes = pack_words(before);
  const PlacedWords words = unpack_words(bytes);
  EXPECT_EQ(count_packed_words(bytes), before.words.size());
  EXPECT_EQ(words.words, before.words);
  ASSERT_EQ(words.places.size(), before.places.size());
  for (std::size_t i = 0; i < words.places.size(); ++i) {
    EXPECT_EQ(words.places[i].begin, before.places[i].begin);
    EXPECT_EQ(words.places[i].end, before.places[i].end);
    EXPECT_EQ(words.places[i].quoted, before.places[i].quoted);
    EXPECT_EQ(words.places[i].name, before.places[i].name);
  }
}

TEST(packed_words, have_their_places_in_code_points) {
  const std::string text = "Plain words, then “über” 20 plain bytes, then “ältere” ones";
  const std::vector<Word> words = fold_words(text);
  const PlacedWords placed = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto points_before = [&](std::size_t byte) {
      return std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte),
                           [](char c) { return (c & 0xC0) != 0x80; });
    };
    EXPECT_EQ(placed.places[i].begin, points_before(words[i].begin)) << i;
    EXPECT_EQ(placed.places[i].end, points_before(words[i].end)) << i;
  }
}

TEST(packed_words, that_are_damaged_are_refused) {
  const std::string bytes = pack_words(words_of("one two three four five six"));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(unpack_words(std::string_view(bytes).substr(0, size)), std::runtime_error) << size;
  }
}

TEST(packed_words, take_two_bytes_a_word_of_plain_text) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "harbour ";
  EXPECT_LT(pack_words(words_of(text)).size(), 1010U);
}

}  // namespace
}  // namespace hearsay
