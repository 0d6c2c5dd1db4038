#include "clean/date_values.h"

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
