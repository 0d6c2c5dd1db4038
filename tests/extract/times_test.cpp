#include "extract/times.h"

#include "extract/marks.h"
#include "extract/times_rules.h"

#include <gtest/gtest.h>

#include <chrono>
#include <stdexcept>
#include <string>

namespace hearsay {
namespace {

// "words TYPE value MOD from..to", joined by "; ".
std::string printed(std::string_view text, const std::vector<Time>& times) {
  std::string line;
  for (const Time& time : times) {
    if (!line.empty()) line += "; ";
    line += std::string(words_at(text, time.span)) + " " + std::string(to_text(time.type)) + " " + time.value;
    if (time.mod) line += " " + *time.mod;
    if (time.from) line += " " + to_iso(*time.from);
    if (time.to && time.to != time.from) line += ".." + to_iso(*time.to);
  }
  return line;
}

std::string times_of(const std::string& text, const std::string& published) {
  static const Grammar grammar;
  static const TimeFinder finder;
  ReferenceDay reference;
  if (!published.empty()) reference = {parse_moment(published), "the article's own date"};
  return printed(text, finder.find(text, grammar.dissect(text, {}, Depth::tree), reference));
}

struct Row {
  const char* text;
  const char* published;
  const char* times;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(times_of(row.text, row.published), row.times) << row.text;
}

TEST(Times, full_dates_stand_alone) {
  check({
      {"The dam was opened on 4 March 1987.", "", "4 March 1987 DATE 1987-03-04 1987-03-04"},
      {"The dam was opened on March 4, 1987, by the queen.", "", "March 4, 1987 DATE 1987-03-04 1987-03-04"},
      {"Signed 2019-07-01 in Velmora.", "", "2019-07-01 DATE 2019-07-01 2019-07-01"},
      {"It fell in June 2011.", "", "June 2011 DATE 2011-06 2011-06-01..2011-06-30"},
      {"The firm lost money in 2009.", "", "2009 DATE 2009 2009-01-01..2009-12-31"},
  });
}

TEST(Times, a_rule_that_is_broken_is_named_by_its_line) {
  const struct {
    const char* rules;
    const char* reason;
  } rows[] = {
      {"DATE:\n(today => ref=present\n", "rules.txt:2: a \"(\" that is never closed"},
      {"DATE:\n<nothing>\n", "rules.txt:2: no phrase \"nothing\" above this line"},
      {"DATE:\n\n# remark\ntoday => colour=blue\n", "rules.txt:4: there is no \"colour\" to be set"},
      {"DATE:\ntoday => unit=fathom\n", "rules.txt:2: there is no \"fathom\" to be set"},
      {"today => unit=day\n", "rules.txt:1: a rule before the first heading"},
      {"DATE:\nthe?\n", "rules.txt:2: a rule that fits no words at all"},
  };
  for (const auto& row : rows) {
    try {
      TimeRules("rules.txt", row.rules);
      ADD_FAILURE() << row.rules;
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), row.reason);
    }
  }
}

}  // namespace
}  // namespace hearsay
