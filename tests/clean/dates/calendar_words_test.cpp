#include "clean/dates/calendar_words.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace hearsay {
namespace {

TEST(CalendarWords, a_month_is_known_in_small_and_capital_letters) {
  const CalendarWords words(
      "[months]\n1 = january, jan\n[months in other languages]\n1 = \u044f\u043d\u0432\u0430\u0440\u044c\n"
      "12 = d\u00e9cembre\n",
      "data/c.txt");
  EXPECT_EQ(words.month_of("January"), 1);
  EXPECT_EQ(words.month_of("\u042f\u041d\u0412\u0410\u0420\u042c"), 1);
  EXPECT_EQ(words.month_of("D\u00c9CEMBRE"), 12);
  EXPECT_EQ(words.month_of("wennel"), 0);
  EXPECT_EQ(words.month_of(std::string(1000, 'x')), 0);
  EXPECT_EQ(words.english_month_of("jan"), 1);
  EXPECT_EQ(words.english_month_of("d\u00e9cembre"), 0);
}

TEST(CalendarWords, a_day_of_the_week_is_known_by_its_short_names_and_given_by_its_full_one) {
  const CalendarWords words("[weekdays]\n1 = monday, mon\n7 = sunday, sun\n", "data/c.txt");
  EXPECT_EQ(words.weekday_of("mon"), 1);
  EXPECT_EQ(words.weekday_of("sunday"), 7);
  EXPECT_EQ(words.weekday_of("tuesday"), 0);
  EXPECT_EQ(words.weekdays()[6], "sunday");
  EXPECT_EQ(words.weekdays()[1], "");
}

TEST(CalendarWords, words_beside_a_date_say_what_it_is) {
  const CalendarWords words("[published]\nupdated, posted\n[roughly]\nabout, shortly\n[of]\nof, de\n", "data/c.txt");
  EXPECT_TRUE(words.tells_publication("last updated on"));
  EXPECT_TRUE(words.tells_publication("posted:"));
  EXPECT_FALSE(words.tells_publication("it sank on"));
  EXPECT_FALSE(words.tells_publication(""));
  EXPECT_TRUE(words.is_rough("shortly before 9am"));
  EXPECT_FALSE(words.is_rough("at 9am"));
  EXPECT_TRUE(words.joins_date("de"));
  EXPECT_FALSE(words.joins_date("d"));
  EXPECT_FALSE(words.joins_date(""));
}

TEST(CalendarWords, a_name_that_two_lines_have_is_the_upper_ones) {
  const CalendarWords words("[months in other languages]\n10 = listopad\n11 = listopad\n", "data/c.txt");
  EXPECT_EQ(words.month_of("listopad"), 10);
}

TEST(CalendarWords, a_broken_line_is_told_with_its_file_and_number) {
  for (const char* line : {"january = 1", "13 = x", "0 = x", "-1 = x", "1x = y", "99999999999999999999 = x"}) {
    try {
      CalendarWords(std::string("[months]\n") + line, "data/c.txt");
      ADD_FAILURE() << line;
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(std::string(error.what()),
                std::string("data/c.txt:2: not a number from 1 to 12 before the \"=\": ") + line);
    }
  }
}

}  // namespace
}  // namespace hearsay
