#include "clean/dates/date_words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(DateWordsTest, the_last_word_before_a_day_says_what_happened_on_it) {
  const struct {
    const char* text;
    DayCue cue;
  } rows[] = {
      {"Published: ", DayCue::published},
      {"Last updated on", DayCue::modified},
      {"Updated 5 May 2031 Published", DayCue::published},
      {"First published 5 May, last modified", DayCue::modified},
      {"ver\u00f6ffentlicht am", DayCue::published},
      {"Stand:", DayCue::modified},
      {"outstanding", DayCue::none},  // a part of another word
      {"republished", DayCue::none},
      {"The road was shut on", DayCue::none},
      {"\u6295\u7a3f\u65e5\uff1a", DayCue::published},  // no blanks around the word
      {"", DayCue::none},
  };
  for (const auto& row : rows) EXPECT_EQ(date_words().last_cue(row.text), row.cue) << row.text;
}

TEST(DateWordsTest, times_that_lie_back_are_read) {
  const struct {
    const char* text;
    int minutes;  // -1: nothing
  } rows[] = {
      {"3 hours ago", 180},
      {"Updated 5 minutes ago", 5},
      {"2 days ago", 2880},
      {"vor 3 Stunden", 180},
      {"il y a 2 jours", 2880},
      {"1 hr ago", 60},
      {"3 hours", -1},
      {"ago", -1},
      {"99 days ago", -1},
      {"3 boats ago", -1},
      {"", -1},
  };
  for (const auto& row : rows) {
    const auto back = date_words().time_back(row.text);
    EXPECT_EQ(back ? back->count() : -1, row.minutes) << row.text;
  }
}

TEST(DateWordsTest, zones_have_names) {
  EXPECT_EQ(date_words().zone("EST")->count(), -300);
  EXPECT_EQ(date_words().zone("ist")->count(), 330);
  EXPECT_FALSE(date_words().zone("ES"));
  EXPECT_FALSE(date_words().zone(""));
}

}  // namespace
}  // namespace hearsay
