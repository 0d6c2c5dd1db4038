#include "clean/texts/bare_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

constexpr const char* paragraphs =
    "The ferry left at noon.\nIt had 40 people on board.\n“It went down fast,” said Mara Lund.\nThe port was closed.\n";

// The text after four paragraphs, with what was found in braces.
std::string marked(const std::string& rest, const std::vector<Boilerplate>& known = {}) {
  const std::string text = paragraphs + rest;
  std::string result;
  std::size_t at = std::string_view(paragraphs).size();
  for (const Boilerplate& part : find_bare_lines(text, known)) {
    result += text.substr(at, part.span.begin - at) + "{" + std::string(words_at(text, part.span)) + "}";
    at = part.span.end;
  }
  return result + text.substr(at);
}

TEST(BareLinesTest, a_line_between_paragraphs_that_is_no_sentence_is_found) {
  EXPECT_EQ(marked("The ferry on its last day\nIt sank."), "{The ferry on its last day}\nIt sank.");
  EXPECT_EQ(marked("“It went down fast”\nMara Lund\nIt sank."), "{“It went down fast”}\n{Mara Lund}\nIt sank.");
  EXPECT_EQ(marked("It sank.\n\nThe ferry on its last day"), "It sank.\n\n{The ferry on its last day}");
}

TEST(BareLinesTest, what_belongs_to_the_article_is_left_alone) {
  for (const char* text : {"It sank.\n", "He saw:\nTwo boats\nIt sank.", "One boat\nTwo boats\nThree boats\nIt sank.",
                           "- two boats\nIt sank.", "• Two boats\nIt sank.", "40 people\nIt sank.",
                           "and then it sank\nIt was raised.", "He said:\n\"It sank\"\nNobody was hurt."})
    EXPECT_EQ(marked(text), text);
}

TEST(BareLinesTest, a_text_without_full_stops_and_a_short_one_tell_nothing) {
  EXPECT_TRUE(find_bare_lines("It sank.\nThe ferry on its last day\nIt was raised.", {}).empty());
  std::string loose;
  for (int i = 0; i < 10; ++i) loose += "The ferry sank.\nThe port was closed\n";
  EXPECT_TRUE(find_bare_lines(loose, {}).empty());
  EXPECT_TRUE(find_bare_lines("", {}).empty());
}

TEST(BareLinesTest, the_headline_is_left_alone) {
  const std::string text = std::string("Ferry sinks off Harrowmere\n") + paragraphs + "It sank.";
  EXPECT_TRUE(find_bare_lines(text, {}).empty());
}

TEST(BareLinesTest, pictures_that_are_counted_are_a_gallery) {
  EXPECT_EQ(marked("Ferry 3 show all 1/3 The ferry 2/3 The port. 3/3 A boat Otto Brandt\nIt sank."),
            "{Ferry 3 show all 1/3 The ferry 2/3 The port. 3/3 A boat Otto Brandt}\nIt sank.");
  for (const char* text : {"It took 1/2 of 3/4 of the day.", "On 1/5 and 2/6 it sank.", "1/8 of it sank."})
    EXPECT_EQ(marked(text), text);
}

TEST(BareLinesTest, a_line_that_is_known_already_stands_in_nobodys_way) {
  const std::string rest = "One boat\nSHARE\nThe port\nIt sank.";
  const std::size_t at = std::string_view(paragraphs).size() + 9;
  EXPECT_EQ(marked(rest, {{{at, at + 5}, "x"}}), "{One boat}\nSHARE\n{The port}\nIt sank.");
}

TEST(BareLinesTest, long_texts_take_linear_time) {
  std::string slashes;
  for (int i = 0; i < 300000; ++i) slashes += "1/8 ";
  EXPECT_TRUE(find_bare_lines(slashes, {}).empty());
  EXPECT_TRUE(find_bare_lines(std::string(1 << 20, '\n'), {}).empty());
}

}  // namespace
}  // namespace hearsay
