#include "dissect/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string found(const std::string& text) {
  std::string out;
  for (const Span dateline : find_datelines(text)) out += "[" + std::string(words_at(text, dateline)) + "]";
  return out;
}

TEST(Dateline, a_line_that_opens_in_capitals_up_to_a_dash) {
  const struct {
    const char* text;
    const char* dateline;
  } rows[] = {
      {"", ""},
      {"TORRIN \u2014 A ferry sank.", "[TORRIN \u2014]"},
      {"TORRIN, Vostria (Harbour News) - A ferry sank.", "[TORRIN, Vostria (Harbour News) -]"},
      {"NEW HARN, May 4 -- A ferry sank.", "[NEW HARN, May 4 --]"},
      {"ST. OLM \u2013 A ferry sank.", "[ST. OLM \u2013]"},
      {"A title\n\n  KOBEL \u2014 A ferry sank.\nIt was KOBEL \u2014 again.", "[KOBEL \u2014]"},
      {"Torrin \u2014 A ferry sank.", ""},                          // a sentence may begin so
      {"TORRIN\u2014A ferry sank.", ""},                            // no blanks
      {"TORRIN is a port - a small one.", "[TORRIN is a port -]"},  // taken for one, at no cost but a cut
      {"NH \u2014 A ferry sank.", ""},                              // initials
      {"FERRY SINKS. Two are missing - police", ""},                // a sentence has ended before the dash
      {"\u2014 A ferry sank.", ""},
      {"---", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(found(row.text), row.dateline) << row.text;
}

TEST(Dateline, many_lines_and_a_long_one_take_linear_time) {
  std::string text(1'000'000, 'A');
  for (int i = 0; i < 100'000; ++i) text += "\nAAA";
  EXPECT_TRUE(find_datelines(text).empty());
}

}  // namespace
}  // namespace hearsay
