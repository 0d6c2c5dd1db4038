#include "base/trimmed.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Trimmed, blanks_go_at_both_ends_and_stay_within) {
  const struct {
    std::string_view text, trimmed;
  } rows[] = {
      {"", ""},
      {"  \t\r ", ""},
      {"quay", "quay"},
      {" old quay\r", "old quay"},
      {"\told  quay", "old  quay"},
      {"quay \n", "quay \n"},
      {"\u00a0quay", "\u00a0quay"},
  };
  for (const auto& row : rows) EXPECT_EQ(trimmed(row.text), row.trimmed) << '[' << row.text << ']';
}

TEST(Trimmed, what_is_left_is_a_part_of_the_text) {
  const std::string_view text = "  quay ";
  EXPECT_EQ(trimmed(text).data(), text.data() + 2);
}

}  // namespace
}  // namespace hearsay
