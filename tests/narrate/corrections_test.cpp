#include "narrate/corrections.h"
#include "narrate/found_words.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string printed(std::string_view file) {
  static constexpr std::string_view kinds[] = {"one name", "two names", "copy",    "no copy",   "ignore",
                                               "belongs",  "apart",     "said by", "own voice", "?"};
  std::string text;
  for (const Correction& c : read_corrections(file)) {
    text += fmt::format("{}: {}", c.line, kinds[static_cast<std::size_t>(c.kind)]);
    for (const std::string* part : {&c.first.article, &c.first.words, &c.second.article, &c.second.words})
      if (!part->empty()) text += " [" + *part + "]";
    text += c.problem.empty() ? "\n" : " " + c.problem.substr(0, 20) + "\n";
  }
  return text;
}

TEST(Corrections, each_form_of_a_line_is_read) {
  EXPECT_EQ(printed("name \"Ana Vell\" is \"A. Vell\""), "1: one name [Ana Vell] [A. Vell]\n");
  EXPECT_EQ(printed("name Vell is not Kalm"), "1: two names [Vell] [Kalm]\n");
  EXPECT_EQ(printed("article a is a copy of \"b c\""), "1: copy [a] [b c]\n");
  EXPECT_EQ(printed("article a is not a copy of b"), "1: no copy [a] [b]\n");
  EXPECT_EQ(printed("ignore in a \"Read also\""), "1: ignore [a] [Read also]\n");
  EXPECT_EQ(printed("claim in a \"x y\" belongs with b \"z\""), "1: belongs [a] [x y] [b] [z]\n");
  EXPECT_EQ(printed("claim in a \"x y\" stands apart"), "1: apart [a] [x y]\n");
  EXPECT_EQ(printed("claim in a \"x y\" is said by \"Ana Vell\""), "1: said by [a] [x y] [Ana Vell]\n");
  EXPECT_EQ(printed("claim in a \"x y\" is said by nobody"), "1: own voice [a] [x y]\n");
  EXPECT_EQ(printed("claim in a \"x y\" is said by \"nobody\""), "1: said by [a] [x y] [nobody]\n");
}

TEST(Corrections, quotation_marks_and_blanks_are_the_readers_own) {
  EXPECT_EQ(printed("\xEF\xBB\xBF  name \t\"He said \\\"no\\\" \\\\ twice\"  is   x\r\n"),
            "1: one name [He said \"no\" \\ twice] [x]\n");
  EXPECT_EQ(printed("# a note\n\n   \nname a is b"), "4: one name [a] [b]\n");
  EXPECT_EQ(printed("name \"a#b\" is b # c"), "1: ? is not a correction:\n");
}

TEST(Corrections, a_line_in_no_known_form_is_told_and_the_rest_goes_on) {
  EXPECT_EQ(printed("name \"a is b\nname a is b"), "1: ? has a quotation mark\n2: one name [a] [b]\n");
  EXPECT_EQ(
      printed("name a b\nname \"\" is b\nname \"a\" \"is\" b\nclaim in a stands apart"),
      "1: ? is not a correction:\n2: ? is not a correction:\n3: ? is not a correction:\n4: ? is not a correction:\n");
  EXPECT_EQ(printed("name \xFF is b"), "1: ? is not UTF-8 text\n");
  EXPECT_EQ(printed(std::string(30'000, 'x')), "1: ? is too long to be a \n");
}

TEST(Corrections, a_file_without_end_is_not_read_to_its_end) {
  std::string file;
  for (int i = 0; i < 20'000; ++i) file += "name a is b\n";
  const auto read = read_corrections(file);
  EXPECT_EQ(read.size(), 10'001u);
  EXPECT_EQ(read.back().line, 10'001u);
  EXPECT_FALSE(read.back().problem.empty());
}

std::string places(std::string_view text, std::string_view words) {
  std::string found;
  for (const Span span : find_words(text, words, 9)) found += fmt::format("[{}]", words_at(text, span));
  return found;
}

TEST(Corrections, words_are_found_whatever_their_case_accents_and_punctuation) {
  EXPECT_EQ(places("He said: \u201CThe caf\u00E9, it\nburned.\u201D", "the cafe it burned"),
            "[The caf\u00E9, it\nburned]");
  EXPECT_EQ(places("a b a b a b c", "a b a b c"), "[a b a b c]");
  EXPECT_EQ(places("a a a", "a"), "[a][a][a]");
  EXPECT_EQ(places("burned down", "burn"), "");
  EXPECT_EQ(places("anything", "..."), "");
  EXPECT_EQ(places("", "x"), "");
}

}  // namespace
}  // namespace hearsay
