#include "base/directions.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Directions, what_turns_the_text_is_replaced_and_nothing_else) {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {"plain", "plain"},
      {"a\u202Eb\u2066c\u2069", "a\uFFFDb\uFFFDc\uFFFD"},
      {"\u202A\u202B\u202C\u202D", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\u2029 \u202F \u2065 \u206A", "\u2029 \u202F \u2065 \u206A"},  // beside them
      {"\u200E\u200F\u061C", "\u200E\u200F\u061C"},                    // marks turn nothing beyond themselves
      {"cut \xE2\x80", "cut \xE2\x80"},
  };
  for (const auto& [text, safe] : rows) EXPECT_EQ(without_turns(text), safe);
}

}  // namespace
}  // namespace hearsay
