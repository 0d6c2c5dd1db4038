#include "present/terminal/print.h"

#include "present/small_story.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hearsay {
namespace {

std::string without_colour(std::string text) {
  for (std::size_t at = 0; (at = text.find('\x1b', at)) != std::string::npos;)
    text.erase(at, text.find('m', at) - at + 1);
  return text;
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, width_of(std::string_view(text).substr(at, end - at)));
    at = end + 1;
  }
  return widest;
}

TEST(Overview, says_the_news_what_differs_what_is_denied_and_who_is_silent) {
  EXPECT_EQ(
      first_out_of_order(to_overview(sample_account(), {100, false}),
                         {"\"Death toll in Jelnograd port fire climbs to eleven\"\n4 to 5 March 2025 | 6 articles",
                          "\nTHE NEWS\np1   \"injuring about 65\"", "\nTHEY DIFFER (4)\n",
                          "p1   27 / at least 60 / about 65 / 60 to 70: \"injuring about 65\"\n", "\nDENIED (",
                          "\nASKED AND NOT ANSWERED (", "Ida Renkel: \"neither confirmed nor denied\"\n",
                          "points in all: --all prints them"}),
      "");
}

TEST(Overview, is_one_screen_however_much_there_is_and_however_narrow) {
  SampleAccount sample = small_story();
  sample.account.articles[0].text = "road";
  for (int i = 0; i < 60; ++i) sample.account.articles[0].text += " words\u00E9";
  const std::size_t origin = sample.origin("Ann Bo", OriginKind::speaker);
  for (int i = 0; i < 90; ++i) {
    const std::string words = sample.account.articles[0].text.substr(0, 100 + static_cast<std::size_t>(i) * 5);
    sample.claim(0, words, {"Speaker " + std::to_string(i)}, origin, i % 3 ? Stance::denies : Stance::declines);
    sample.claim(1, "road", {}, origin);
    sample.point(i % 2 ? Standing::contested : Standing::unanswered, {1, 2, {}}, {1, 1, {}});
  }
  for (const std::size_t columns : {40, 80, 120}) {
    const std::string plain = to_overview(sample.account, {columns, false});
    EXPECT_LE(times_in(plain, "\n"), 40u);
    EXPECT_LE(widest_line(plain), columns) << plain;
    EXPECT_EQ(plain.find('\x1b'), std::string::npos);
    const std::string coloured = to_overview(sample.account, {columns, true});
    EXPECT_NE(coloured.find('\x1b'), std::string::npos);
    EXPECT_EQ(without_colour(coloured), plain);
  }
}

TEST(Overview, of_nothing_is_short) { EXPECT_LT(times_in(to_overview(Account{}, {80, false}), "\n"), 7u); }

TEST(Print, colour_changes_no_word_and_width_is_kept) {
  const std::string coloured = to_text(sample_account(), {80, true});
  EXPECT_EQ(without_colour(coloured), to_text(sample_account(), {80, false}));
  EXPECT_LE(widest_line(to_text(sample_account(), {80, false})), 80u);
  EXPECT_EQ(to_text(sample_account(), {}), to_text(sample_account()));
}

TEST(TerminalStyle, lines_are_painted_around_their_words_and_cut_to_fit) {
  EXPECT_EQ(painted("  a\n\nb\n", Ink::strong, {80, true}), "  \x1b[1ma\x1b[0m\n\n\x1b[1mb\x1b[0m\n");
  EXPECT_EQ(painted("  a\n", Ink::strong, {80, false}), "  a\n");
  EXPECT_EQ(fitted("one two three", 13), "one two three");
  EXPECT_EQ(fitted("one two three", 12), "one two …");
  EXPECT_EQ(fitted("\u00E9\u00E9\u00E9\u00E9\u00E9", 4), "\u00E9\u00E9 …");
  EXPECT_EQ(fitted("", 4), "");
}

}  // namespace
}  // namespace hearsay
