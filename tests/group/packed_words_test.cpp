#include "group/packed_words.h"

#include "group/signature.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace hearsay {
namespace {

TEST(packed_words, come_back_as_they_were) {
  Article article;
  article.text =
      "A b, c -- \"Überlänge gab es\", said Ilse Ravnkilde of Tarnfoss -- \"Don’t\" \"you\" "
      "supercalifragilisticexpialidocious 1,000.5\n\n\n\n                    end…";
  const Signature signature = sign(article);
  const std::string bytes = pack_words(signature.text);
  const PlacedWords words = unpack_words(bytes);
  EXPECT_EQ(words.words, signature.text.words);
  ASSERT_EQ(words.places.size(), signature.text.places.size());
  for (std::size_t i = 0; i < words.places.size(); ++i) {
    EXPECT_EQ(words.places[i].begin, signature.text.places[i].begin);
    EXPECT_EQ(words.places[i].end, signature.text.places[i].end);
    EXPECT_EQ(words.places[i].quoted, signature.text.places[i].quoted);
    EXPECT_EQ(words.places[i].name, signature.text.places[i].name);
  }
}

TEST(packed_words, that_are_damaged_are_refused) {
  Article article;
  article.text = "one two three four five six";
  const Signature signature = sign(article);
  const std::string bytes = pack_words(signature.text);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(unpack_words(std::string_view(bytes).substr(0, size)), std::runtime_error) << size;
  }
}

TEST(packed_words, take_two_bytes_a_word_of_plain_text) {
  Article article;
  for (int i = 0; i < 500; ++i) article.text += "harbour ";
  const Signature signature = sign(article);
  EXPECT_LT(pack_words(signature.text).size(), 1010U);
}

}  // namespace
}  // namespace hearsay
