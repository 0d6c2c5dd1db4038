// The quantities and days that stand in a text, joined where two are one: with the trained models.
#include "itemise/values/claim_values.h"

#include "itemise/values/values.h"
#include "marked_story.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// Of a report of Monday 5 May 2031: "words = value", joined by "; ".
std::string values_of(const std::string& text) {
  const MarkedStory story({text});
  std::string printed;
  for (const Value& value : values_in({0, text.size()}, text, story.marks[0])) {
    printed += printed.empty() ? "" : "; ";
    printed += std::string(words_at(text, value.span)) + " = " + to_text(value);
  }
  return printed;
}

TEST(ClaimValues, are_the_numbers_and_days_that_a_claim_asserts) {
  const struct {
    const char* text;
    const char* values;
  } rows[] = {
      {"Nine sailors drowned.", "Nine = quantity 9..9 of sailors"},
      {"At least nine sailors drowned.", "At least nine = quantity 9.. of sailors"},
      {"Between 30 and 50 houses burned.", "Between 30 and 50 = quantity 30..50 of houses"},
      {"The dam is 80 metres high.", "80 metres = quantity 80..80 metre of high"},
      {"It sank on 3 May 2031.", "3 May 2031 = date 2031-05-03..2031-05-03"},
      {"It sank in April 2031.", "April 2031 = date 2031-04-01..2031-04-30"},
      {"It closed from 7 May to 14 May.", "7 May to 14 May = date 2031-05-07..2031-05-14"},
      {"It closed from Monday until Friday.", "Monday until Friday = date 2031-05-05..2031-05-09"},
      {"It closed between 7 and 14 May.", "7 and 14 May = date 2031-05-07..2031-05-14"},
      {"It sank at 9pm on Monday.", "9pm on Monday = date 2031-05-05..2031-05-05"},
      {"It sank on Monday and on Friday.",
       "Monday = date 2031-05-05..2031-05-05; Friday = date 2031-05-02..2031-05-02"},
      {"It rained.", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(values_of(row.text), row.values) << row.text;
}

TEST(ClaimValues, a_table_of_numbers_has_none) {
  std::string table = "Results:";
  for (int i = 0; i < 60; ++i) table += " " + std::to_string(100 + i) + " boats,";
  EXPECT_EQ(values_of(table + " all told."), "");
}

}  // namespace
}  // namespace hearsay
