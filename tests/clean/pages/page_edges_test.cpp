#include "clean/pages/page_edges.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

const std::string story = "The coast road was closed on Monday after a slip, the town said in the evening.";

std::string edges(const std::string& text, const std::vector<Boilerplate>& known = {}) {
  std::string result;
  for (const Boilerplate& part : find_page_edges(text, known))
    result += "[" + std::string(words_at(text, part.span)) + "|" + part.why.substr(0, 5) + "]";
  return result;
}

TEST(PageEdgesTest, lines_above_the_text_that_tell_when_are_none_of_it) {
  const struct {
    const char* above;
    const char* printed;
  } rows[] = {
      {"By Ida Orre - 5 May 2031\n", "[By Ida Orre - 5 May 2031|a day]"},
      {"2031-05-05\n", "[2031-05-05|a day]"},
      {"14:53 GMT\n", "[14:53 GMT|a day]"},
      {"montag, 5. mai 2031\nKarl\n", "[montag, 5. mai 2031|a day]"},
      {"What the town said\n", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(edges(row.above + story + "\n" + story), row.printed) << row.above;
  EXPECT_EQ(edges(story + "\n5 May 2031\n" + story), "") << "in the midst of the text";
}

TEST(PageEdgesTest, a_line_or_two_left_below_the_text_are_none_of_it) {
  EXPECT_EQ(edges(story + "\nLoading ..."), "[Loading ...|left ]");
  EXPECT_EQ(edges(story + "\nMore\nComments (0)"), "[More|left ][Comments (0)|left ]");
  EXPECT_EQ(edges(story + "\nOrre 2\nQuay 1\nMarrow 0"), "") << "a list";
  EXPECT_EQ(edges(story + "\nA line that is too long to be left of a box alone"), "");
  EXPECT_EQ(edges(story + "\nMore", {{{story.size() + 1, story.size() + 5}, "known"}}), "");
  EXPECT_EQ(edges("Orre 2\nQuay 1"), "") << "no text at all";
  EXPECT_EQ(edges(""), "");
}

TEST(PageEdgesTest, a_note_on_the_writer_at_the_end_is_none_of_it) {
  const std::vector<std::string> writers = {"By Ida Orre", "Karl"};
  const auto found = [&](const std::string& text) {
    std::string result;
    for (const Boilerplate& part : find_page_edges(text, {}, writers))
      result += "[" + std::string(words_at(text, part.span)) + "|" + part.why + "]";
    return result;
  };
  const std::string note = "Ida Orre is the harbour's reporter and mends boats.";
  EXPECT_EQ(found(story + "\n" + note), "[" + note + "|tells of the writer]");
  EXPECT_EQ(found(story + "\n" + note + "\n" + story), "[" + note + "|tells of the writer]");
  EXPECT_EQ(found(story + "\n" + note + "\n" + story + "\n" + story + "\n" + story), "") << "in the midst of the text";
  EXPECT_EQ(found(story + "\nIda Orre said on Monday that the road was shut."), "");
  EXPECT_EQ(found(story + "\nKarl is the harbour's reporter and mends boats."), "") << "one word may be anybody's name";
  EXPECT_EQ(found(note), "") << "all of the text";
}

TEST(PageEdgesTest, a_sentence_ends_before_a_hard_space) { EXPECT_EQ(edges(story + "\xC2\xA0\nMore"), "[More|left ]"); }

}  // namespace
}  // namespace hearsay
