#include "itemise/values/values.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace hearsay {
namespace {

using Bound = std::optional<double>;

QuantityValue quantity(Bound low, Bound high, bool approximate = false, const char* of = nullptr) {
  return {low, high, approximate, std::nullopt, of == nullptr ? std::nullopt : std::optional<std::string>(of)};
}

TEST(Values, quantities_are_compared_as_intervals) {
  const struct {
    const char* what;
    QuantityValue a;
    QuantityValue b;
    bool compatible;
    bool same;
  } rows[] = {
      {"at least 40 | 45", quantity(40, {}), quantity(45, 45), true, false},
      {"at least 40 | at least 40", quantity(40, {}), quantity(40, {}), true, true},
      {"40 to 50 | about 45", quantity(40, 50), quantity(45, 45, true), true, false},
      {"40 | 45", quantity(40, 40), quantity(45, 45), false, false},
      {"about 41 | 40", quantity(41, 41, true), quantity(40, 40), true, false},
      {"up to 30 | more than 50", quantity({}, 30), quantity(50, {}), false, false},
      {"up to 30 | at least 20", quantity({}, 30), quantity(20, {}), true, false},
      {"nothing known | 7", quantity({}, {}), quantity(7, 7), true, false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(compatible(row.a, row.b), row.compatible) << row.what;
    EXPECT_EQ(compatible(row.b, row.a), row.compatible) << row.what << ", the other way round";
    EXPECT_EQ(same_bounds(row.a, row.b), row.same) << row.what;
  }
}

TEST(Values, one_thing_is_counted_when_objects_agree) {
  const struct {
    const char* a;
    const char* b;
    bool one;
  } rows[] = {
      {"fishing boats", "boats", true},    {"boats", "houses", false},    {"people", "passengers", true},
      {"soldiers", "border troops", true}, {"people", "boats", false},    {nullptr, "boats", false},
      {nullptr, "sailors", false},         {nullptr, "passengers", true}, {"number", "people", true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(count_one_thing(quantity(1, 1, false, row.a), quantity(1, 1, false, row.b)), row.one)
        << (row.a == nullptr ? "nothing" : row.a) << " | " << row.b;
  }
  QuantityValue miles = quantity(1, 1);
  miles.unit = "mile";
  EXPECT_FALSE(count_one_thing(miles, quantity(1, 1))) << "a unit and none";
}

DateValue date(const char* from, const char* to) {
  const auto day = [](const char* iso) -> std::optional<Day> {
    const auto moment = parse_moment(iso);
    return moment ? std::optional(moment->day) : std::nullopt;
  };
  return {day(from), day(to), {}};
}

TEST(Values, dates_are_compatible_when_they_share_a_day) {
  const struct {
    DateValue a;
    DateValue b;
    bool compatible;
  } rows[] = {
      {date("2031-10-01", "2031-10-31"), date("2031-10-09", "2031-10-09"), true},
      {date("2031-10-01", "2031-10-31"), date("2031-11-01", "2031-11-30"), false},
      {date("2031-10-09", ""), date("2031-10-08", "2031-10-08"), false},
      {date("2031-10-09", ""), date("2032-01-01", "2032-12-31"), true},
      {date("", ""), date("2032-01-01", "2032-12-31"), true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(compatible(row.a, row.b), row.compatible);
    EXPECT_EQ(compatible(row.b, row.a), row.compatible);
  }
}

TEST(Values, an_hour_is_read_from_a_time_of_day) {
  const auto printed = [](const char* value) {
    const auto clock = clock_of({{}, {}, value});
    return clock ? std::to_string(clock->minutes) + (clock->to_the_minute ? "" : " or so") : "none";
  };
  EXPECT_EQ(printed("2031-05-05T07:20"), "440");
  EXPECT_EQ(printed("2031-05-05T23"), "1380 or so");
  EXPECT_EQ(printed("2031-05-05TMO"), "none");
  EXPECT_EQ(printed("2031-05-05T"), "none");
  EXPECT_EQ(printed("2031-05-05"), "none");
  EXPECT_EQ(printed("PT5M"), "none");
}

}  // namespace
}  // namespace hearsay
