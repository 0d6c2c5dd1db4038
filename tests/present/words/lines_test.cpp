#include "present/words/lines.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Lines, text_from_outside_is_made_fit_for_a_terminal) {
  const struct {
    std::string_view text;
    const char* printed;
  } rows[] = {
      {"two  spaces\n\nand\tlines ", "two spaces and lines"},
      {"\x1b[31mred", "\uFFFD[31mred"},
      {"\u202Eturned", "\uFFFDturned"},
      {"broken \xFF byte", "broken \uFFFD byte"},
      {"\u2028", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(on_one_line(row.text), row.printed);
}

TEST(Lines, a_table_keeps_its_columns) {
  EXPECT_EQ(on_its_lines("  quay   0.1\n  \x1b[2Jx\u202E  0.2\r\n"), "  quay   0.1\n  \uFFFD[2Jx\uFFFD  0.2\uFFFD\n");
}

TEST(Lines, words_are_filled_up_to_a_hundred_columns) {
  const std::string fifty(50, 'a');
  const std::string forty_nine(49, 'b');
  EXPECT_EQ(wrapped(fifty + " " + forty_nine, 0, 2), fifty + " " + forty_nine + "\n");
  EXPECT_EQ(wrapped(fifty + " " + forty_nine, 1, 2), " " + fifty + "\n  " + forty_nine + "\n");
  EXPECT_EQ(wrapped(std::string(300, 'c'), 1, 2), " " + std::string(300, 'c') + "\n");
  EXPECT_EQ(wrapped("é ü", 0, 0), "é ü\n");
  EXPECT_EQ(wrapped(" \n ", 4, 4), "");
}

TEST(Lines, words_stand_in_a_column_beside_their_label) {
  EXPECT_EQ(beside("p1", "some words", 1, 4), " p1   some words\n");
  EXPECT_EQ(beside("a wide label", "words", 0, 4), "a wide label\n     words\n");
  EXPECT_EQ(beside("é", "words", 0, 2), "é  words\n");
  EXPECT_EQ(beside("label", "", 2, 8), "  label\n");
}

TEST(Lines, what_is_too_wide_for_its_line_is_continued_further_in) {
  EXPECT_EQ(wrapped_lines("quay   1\n  a lantern burnt\n\n", 12), "quay   1\n  a lantern\n    burnt\n\n");
  EXPECT_EQ(underlined("one\ntwo and", '-'), "one\ntwo and\n-------\n");
}

TEST(Lines, a_text_is_cut_between_words_or_else_between_characters) {
  EXPECT_EQ(beginning_of("one two three", 9), "one two");
  EXPECT_EQ(beginning_of("one two", 7), "one two");
  EXPECT_EQ(beginning_of("éééé", 3), "é");
  EXPECT_EQ(ending_of("one two three", 9), "two three");
  EXPECT_EQ(ending_of("one two three", 8), "three");
  EXPECT_EQ(ending_of("éééé", 3), "é");
  EXPECT_EQ(ending_of("", 3), "");
}

TEST(Lines, quotations_are_not_quoted_twice) {
  EXPECT_EQ(quoted("plain"), "\"plain\"");
  EXPECT_EQ(quoted("“curly” and more"), "“curly” and more");
}

}  // namespace
}  // namespace hearsay
