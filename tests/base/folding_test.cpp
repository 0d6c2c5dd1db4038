#include "base/folding.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Folding, words_are_made_alike) {
  const struct {
    const char* text;
    const char* folded;
  } rows[] = {
      {"Zoltán Kővári", "zoltan kovari"},
      {"U.N. mission", "un mission"},
      {"Port-Aster", "port aster"},
      {"the ministry's own", "the ministry own"},
      {"the ministry\u2019s", "the ministry"},
      {"  two   blanks ", "two blanks"},
      {"O'Daire", "o daire"},
      {"It ended.", "it ended"},
      {"...", ""},
      {"", ""},
      {"\xff\xfe", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(fold(row.text), row.folded) << row.text;
}

TEST(Folding, abbreviations_are_capitals_and_dots) {
  for (const char* yes : {"ROA", "U.N.", "RMA"}) EXPECT_TRUE(is_abbreviation(yes)) << yes;
  for (const char* no : {"Roa", "N", "ROA agency", "", "A1"}) EXPECT_FALSE(is_abbreviation(no)) << no;
}

TEST(Folding, words_are_counted_between_blanks) {
  EXPECT_EQ(word_count(""), 0u);
  EXPECT_EQ(word_count("  one "), 1u);
  EXPECT_EQ(word_count("one two\nthree"), 3u);
}

}  // namespace
}  // namespace hearsay
