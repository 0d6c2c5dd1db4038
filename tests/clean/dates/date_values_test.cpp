#include "clean/dates/date_values.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string value(std::string_view text) {
  const auto moment = read_date_value(text, DayOrder::day_first);
  return moment ? to_iso(*moment) : "nothing";
}

TEST(DateValues, machines_values_are_read) {
  EXPECT_EQ(value(" 2031-11-09T21:19:00+01:00 "), "2031-11-09T21:19:00+01:00");
  EXPECT_EQ(value("Sun, 09 Nov 2031 21:19:00 GMT"), "2031-11-09T21:19:00Z");
  EXPECT_EQ(value("Sun, 09 Nov 2031 21:19:00 -0500"), "2031-11-09T21:19:00-05:00");
  EXPECT_EQ(value("20311109"), "2031-11-09");
  EXPECT_EQ(value("1952025540"), "2031-11-09T21:19:00Z");
  EXPECT_EQ(value("1952025540000"), "2031-11-09T21:19:00Z");
  EXPECT_EQ(value("2031-11-09T21:19:00 and more"), "2031-11-09");
  EXPECT_EQ(value("1520-01-01"), "nothing");
  EXPECT_EQ(value("soon"), "nothing");
  EXPECT_EQ(value(""), "nothing");
}

std::string in_address(std::string_view address) {
  const auto day = day_in_address(address);
  return day ? to_iso(*day) : "nothing";
}

TEST(DateValues, times_are_read_in_the_zones_that_they_name) {
  const struct {
    const char* text;
    const char* printed;
  } rows[] = {
      {"Sun, 09 Nov 2031 18:30:00 EST", "2031-11-09T18:30:00-05:00"},
      {"Sun, 09 Nov 2031 18:30:00 pdt", "2031-11-09T18:30:00-07:00"},
      {"Sun, 09 Nov 2031 18:30:00 UT", "2031-11-09T18:30:00Z"},
      {"Sun, 09 Nov 2031 18:30:00 Z", "2031-11-09T18:30:00Z"},
      {"Sun, 9 Nov 2031 18:30 CEST", "2031-11-09T18:30:00+02:00"},
      {"Sun Nov 09 2031 18:30:00 GMT+0100 (CET)", "2031-11-09T18:30:00+01:00"},
      {"9 November 2031, 18:30 UTC+2", "2031-11-09T18:30:00+02:00"},
      {"9 November 2031 at 6:30 pm EST", "2031-11-09T18:30:00-05:00"},
      {"9 November 2031, 12:05 a.m. GMT", "2031-11-09T00:05:00Z"},
      {"9 November 2031, 18.30 CET", "2031-11-09T18:30:00+01:00"},
      {"9 Nov 31 18:30 +0530", "2031-11-09T18:30:00+05:30"},          // a year of two digits, as RFC 822 had it
      {"Sun Nov 09 18:30:00 EST 2031", "2031-11-09T18:30:00-05:00"},  // as C and Java print it
      {"Sun Nov  9 18:30:00 2031", "2031-11-09"},
      {"9 November 2031, 18:30", "2031-11-09"},      // in which zone, nobody says
      {"9 November 2031, 18:30 XYZ", "2031-11-09"},  // a zone that nobody knows
      {"9 November 2031, 25:30 GMT", "2031-11-09"},  // no time of day
      {"9 November 2031, 13:30 pm GMT", "2031-11-09"},
      {"9 Nov 31 boats", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(value(row.text), row.printed) << row.text;
}

TEST(DateValues, days_are_found_in_addresses) {
  EXPECT_EQ(in_address("https://a.example/2031/11/09/bridge"), "2031-11-09");
  EXPECT_EQ(in_address("https://a.example/2031/1109/bridge"), "2031-11-09");
  EXPECT_EQ(in_address("https://a.example/bridge-2031-11-09.html"), "2031-11-09");
  EXPECT_EQ(in_address("https://a.example/20311109/"), "2031-11-09");
  EXPECT_EQ(in_address("https://a.example/09-11-2031"), "2031-11-09");
  EXPECT_EQ(in_address("https://a.example/2031/bridge"), "nothing");
  EXPECT_EQ(in_address("https://a.example/1234567890/2031"), "nothing");
  EXPECT_EQ(in_address(""), "nothing");
}

}  // namespace
}  // namespace hearsay
