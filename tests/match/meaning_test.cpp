#include "match/meaning.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Meaning, a_paraphrase_is_nearer_than_another_statement) {
  const Meaning meaning;
  const struct {
    const char* text;
    const char* nearer;
    const char* farther;
  } rows[] = {
      {"Two sailors were injured in the blaze", "The fire hurt two seamen", "The harbour will reopen in spring"},
      {"The prisoners were moved to the capital", "The captives were taken to the main city", "It rained on the coast"},
      {"The minister resigned", "He quit his cabinet post", "The ferry sailed on time"},
  };
  for (const auto& row : rows) {
    const auto text = meaning.vector_of(row.text);
    EXPECT_GT(likeness(text, meaning.vector_of(row.nearer)), likeness(text, meaning.vector_of(row.farther)) + 0.1F)
        << row.text;
  }
}

TEST(Meaning, text_without_known_words_means_nothing) {
  const Meaning meaning;
  const auto word = meaning.vector_of("harbour");
  for (const char* text : {"", "...", "\xff\xfe\x80", "\u4e16\u754c"})
    EXPECT_EQ(likeness(meaning.vector_of(text), word), 0) << text;
  EXPECT_NEAR(likeness(word, word), 1, 1e-5);
  EXPECT_NEAR(likeness(word, meaning.vector_of("HARBOUR!")), 1, 1e-5);
}

}  // namespace
}  // namespace hearsay
