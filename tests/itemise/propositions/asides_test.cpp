// Which sentences of a text are no part of the article.
#include "itemise/propositions/asides.h"

#include "marked_story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

const Asides& asides() {
  static const Asides all;
  return all;
}

// What is left out of a text, a sentence a line.
std::string left_out_of(const std::string& text) {
  Article article;
  article.text = text;
  asides().leave_out(article, shared_marker().mark(article, reference_day(article)));
  std::string words;
  for (const Boilerplate& part : article.boilerplate) words += std::string(words_at(text, part.span)) + "\n";
  return words;
}

const std::string story =
    "The ferry Solveig sank off Torrin on Monday night with 40 people on board, the coast guard said.\n"
    "Two fishing boats reached the ferry within an hour and took 31 people from the water.\n"
    "Coast guard officer Ada Holm said that the ferry had been overloaded. \"We counted nine coffins on the pier,\" "
    "she "
    "said.\n"
    "The owner of the ferry, Ode Brandt, denied that it had carried more people than it was allowed to.\n"
    "The ferry was built in Vellmark in 1998 and had been repaired in spring after a fire in its engine room.\n";

TEST(Asides, the_sentences_of_a_plain_report_are_its_own) { EXPECT_EQ(left_out_of(story), ""); }

TEST(Asides, what_asks_the_reader_to_subscribe_is_none_of_it) {
  const std::string form = "Sign up for our newsletter and get the latest stories in your inbox";
  EXPECT_EQ(left_out_of(story + form + "\n"), form + "\n");
}

TEST(Asides, a_text_without_words_has_none) {
  EXPECT_EQ(left_out_of(""), "");
  EXPECT_EQ(left_out_of("\n \n"), "");
}

TEST(Asides, an_article_is_never_left_out_as_a_whole) {
  std::string forms;
  for (int i = 0; i < 6; ++i) forms += "Subscribe to our newsletter and share this video on Facebook and Twitter\n";
  EXPECT_EQ(left_out_of(forms), "");
}

TEST(Asides, the_clues_tell_place_words_and_neighbours) {
  Article article;
  article.text = "Watch the video here\nThe ferry sank. The ferry burnt.";
  const auto all = asides().possible(article, shared_marker().mark(article, reference_day(article)));
  ASSERT_EQ(all.size(), 3U);
  const auto clue = [&](std::size_t sentence, std::string_view name) {
    const auto& names = aside_clue_names();
    const auto at = std::find(names.begin(), names.end(), name);
    EXPECT_NE(at, names.end()) << name;
    return all[sentence].clues[static_cast<std::size_t>(at - names.begin())];
  };
  EXPECT_EQ(clue(0, "on_recordings"), 2);
  EXPECT_EQ(clue(0, "on_reading_on"), 1);
  EXPECT_EQ(clue(0, "ends_sentence"), 0);
  EXPECT_EQ(clue(1, "ends_sentence"), 1);
  EXPECT_EQ(clue(0, "before_bytes"), -1);
  EXPECT_EQ(clue(1, "before_ends"), 0);
  EXPECT_EQ(clue(2, "sentences_before_in_line"), 1);
  EXPECT_EQ(clue(1, "words_told_elsewhere"), 50);
}

}  // namespace
}  // namespace hearsay
