#include "present/terminal/progress.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(ProgressTest, tells_what_is_known) {
  const struct {
    Progress progress;
    const char* text;
  } rows[] = {
      {{1240, 4, 0, std::nullopt, 0}, "1240 articles, 310 a second"},
      {{1240, 4, 456'000'000, 1'200'000'000, 0}, "1240 articles, 310 a second, 38 % of 1.2 GB, about 7 s left"},
      {{10, 0.3, 1, 2000, 0}, "10 articles, 33 a second, 0 % of 2 kB"},
      {{100, 50, 10'000'000, 50'000'000, 0}, "100 articles, 2 a second, 20 % of 50 MB, about 3 min left"},
      {{100, 5000, 10'000'000, 50'000'000, 0}, "100 articles, 0 a second, 20 % of 50 MB, about 5.6 h left"},
      {{100, 10, 10'000'000, 50'000'000, 200}, "100 articles, 10 a second, 20 % of 50 MB, about 10 s left"},
      {{100, 10, 0, std::nullopt, 400}, "100 articles, 10 a second, about 30 s left"},
      {{100, 10, 60, 50, 0}, "100 articles, 10 a second, 100 % of 0 kB"},
      {{0, 0, 0, 0, 0}, "0 articles, 0 a second"},
  };
  for (const auto& row : rows) EXPECT_EQ(to_text(row.progress), row.text);
}

}  // namespace
}  // namespace hearsay
