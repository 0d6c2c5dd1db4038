#include "base/calendar.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string read_back(std::string_view iso) {
  const auto moment = parse_moment(iso);
  return moment ? to_iso(*moment) : "nothing";
}

TEST(Calendar, days_and_moments_are_read_and_printed_in_their_own_zone) {
  const struct {
    const char* iso;
    const char* printed;
  } rows[] = {
      {"2016-11-09", "2016-11-09"},
      {"2016-11-09T21:19:00Z", "2016-11-09T21:19:00Z"},
      {"2016-11-09 21:19", "2016-11-09T21:19:00Z"},
      {"2016-11-09T00:30:00+01:00", "2016-11-09T00:30:00+01:00"},
      {"2016-11-09T21:19:00.123-0500", "2016-11-09T21:19:00-05:00"},
      {"2024-02-29", "2024-02-29"},
      {"2023-02-29", "nothing"},
      {"2016-13-01", "nothing"},
      {"0000-01-01", "nothing"},
      {"2016-11-09T25:00Z", "nothing"},
      {"2016-11-09T10:00 or so", "nothing"},
      {"yesterday", "nothing"},
      {"", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(read_back(row.iso), row.printed) << row.iso;
}

TEST(Calendar, a_moment_has_a_day_in_utc_and_one_where_it_was_written) {
  const auto moment = parse_moment("2016-11-09T21:19:00-05:00");
  EXPECT_EQ(to_iso(moment->day), "2016-11-10");
  EXPECT_EQ(to_iso(local_day(*moment)), "2016-11-09");
  EXPECT_EQ(to_iso(local_day(*parse_moment("2016-11-09"))), "2016-11-09");
}

}  // namespace
}  // namespace hearsay
