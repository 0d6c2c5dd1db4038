#include "clean/dates/written_date.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string days(std::string_view text, DayOrder order = DayOrder::day_first) {
  std::string result;
  for (const WrittenDay& found : find_written_days(text, order, 10))
    result += (result.empty() ? "" : " ") + to_iso(found.day) + "=" + std::string(words_at(text, found.span));
  return result;
}

TEST(WrittenDateTest, days_are_found_as_people_write_them) {
  const struct {
    const char* text;
    const char* found;
  } rows[] = {
      {"on 9 November 2031, late", "2031-11-09=9 November 2031"},
      {"Nov. 9th, 2031", "2031-11-09=Nov. 9th, 2031"},
      {"9. Nov. 2031", "2031-11-09=9. Nov. 2031"},
      {"9 de noviembre de 2031", "2031-11-09=9 de noviembre de 2031"},
      {"9 НОЯБРЯ 2031", "2031-11-09=9 НОЯБРЯ 2031"},
      {"09-Nov-31", "2031-11-09=09-Nov-31"},
      {"2031-11-09 and 2031/1/2", "2031-11-09=2031-11-09 2031-01-02=2031/1/2"},
      {"2031年11月9日", "2031-11-09=2031年11月9日"},
      {"09.11.2031 09.11.31", "2031-11-09=09.11.2031 2031-11-09=09.11.31"},
      {"the 1st of May, 2031", "2031-05-01=1st of May, 2031"},
      {"31.02.2031", ""},
      {"version 1.2.3", ""},
      {"call 12-34-5678", ""},
      {"May 2031", ""},
      {"in 1789-07-14", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(days(row.text), row.found) << row.text;
}

TEST(WrittenDateTest, the_order_of_day_and_month_is_the_pages) {
  EXPECT_EQ(days("3/4/2031", DayOrder::day_first), "2031-04-03=3/4/2031");
  EXPECT_EQ(days("3/4/2031", DayOrder::month_first), "2031-03-04=3/4/2031");
  EXPECT_EQ(days("3/14/2031", DayOrder::day_first), "2031-03-14=3/14/2031");
  EXPECT_EQ(days("3.4.2031", DayOrder::month_first), "2031-04-03=3.4.2031");
}

}  // namespace
}  // namespace hearsay
