#include "measure/origins/same_words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(SameWords, are_a_run_that_two_people_would_not_each_have_found) {
  const struct {
    const char* a;
    const char* b;
    std::size_t least;
    bool same;
  } rows[] = {
      {"passengers delayed will be compensated fully",
       "Later, \u201cpassengers delayed will be compensated fully\u201d", 6, true},
      {"passengers delayed will be compensated fully", "passengers delayed will be compensated fully", 7, false},
      {"passengers delayed will be compensated", "passengers delayed will be compensated", 6, false},
      {"it is as it is to us", "it is as it is to us", 6, false},  // small words
      {"the pier and the old crane burnt", "the old crane burnt and the pier", 5, false},
      {"The old crane burnt, and the pier fell", "the old cran\u00e9 burnt and the pier", 6, true},
      {"", "the old crane burnt and the pier fell", 6, false},
      {"", "", 6, false},
  };
  for (const auto& row : rows) {
    const std::vector<std::string> a = words_to_compare(row.a), b = words_to_compare(row.b);
    EXPECT_EQ(in_the_same_words(a, b, row.least), row.same) << row.a << " | " << row.b;
    EXPECT_EQ(in_the_same_words(b, a, row.least), row.same) << row.b << " | " << row.a;
  }
}

}  // namespace
}  // namespace hearsay
