#include "present/phrases.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using namespace std::chrono;

TEST(Phrases, a_quantity_reads_as_it_was_understood) {
  const struct {
    QuantityValue quantity;
    const char* printed;
  } rows[] = {
      {{40, 40, false, {}, {}}, "40"},
      {{40, 50, false, {}, {}}, "40 to 50"},
      {{40, {}, false, {}, {}}, "at least 40"},
      {{12, {}, true, {}, {}}, "at least 12"},
      {{{}, 1200, false, "tonne", {}}, "at most 1,200 tonnes"},
      {{1, 1, false, "kilometre", {}}, "1 kilometre"},
      {{1100, 1100, true, "tonne", {}}, "about 1,100 tonnes"},
      {{60, 60, false, "mile per hour", {}}, "60 miles per hour"},
      {{-3, -3, false, "degree Celsius", {}}, "-3 degrees Celsius"},
      {{2.5, 2.5, false, "percent", {}}, "2.5%"},
      {{6, 6, false, "foot", {}}, "6 feet"},
      {{9000000, 9000000, false, {}, {}}, "9,000,000"},
  };
  for (const auto& row : rows) EXPECT_EQ(value_phrase(row.quantity), row.printed);
}

TEST(Phrases, days_are_named_as_briefly_as_they_can_be) {
  const Day first{2025y / March / 4};
  EXPECT_EQ(days_phrase(first, first), "4 March 2025");
  EXPECT_EQ(days_phrase(first, Day{2025y / March / 6}), "4 to 6 March 2025");
  EXPECT_EQ(days_phrase(first, Day{2025y / April / 2}), "4 March to 2 April 2025");
  EXPECT_EQ(days_phrase(first, Day{2026y / January / 1}), "4 March 2025 to 1 January 2026");
  EXPECT_EQ(days_phrase({}, first), "4 March 2025");
  EXPECT_EQ(days_phrase({}, {}), "");
}

TEST(Phrases, a_bracket_is_one_number_only_when_its_ends_meet) {
  EXPECT_EQ(bracket_phrase({1, 1, {}}, "origin", "origins"), "1 origin");
  EXPECT_EQ(bracket_phrase({1, 3, {}}, "origin", "origins"), "at least 1, at most 3 origins");
}

}  // namespace
}  // namespace hearsay
