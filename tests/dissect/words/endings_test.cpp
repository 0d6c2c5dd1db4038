#include "dissect/words/endings.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

TEST(Endings, lead_from_a_word_to_its_base_form) {
  const struct {
    const char* word;
    const char* base;
    Ending ending;
  } rows[] = {
      {"stories", "story", {3, "y"}},
      {"shelled", "shell", {2, ""}},
      {"left", "leave", {2, "ave"}},
      {"sheep", "sheep", {0, ""}},
      {"was", "be", {3, "be"}},
      {"", "", {0, ""}},
      {"caf\u00e9s", "caf\u00e9", {1, ""}},
      {"caf\u00e9", "caf\u00ea", {2, "\u00ea"}},  // one byte differs, but no character is cut in two
  };
  for (const auto& row : rows) {
    EXPECT_EQ(ending_between(row.word, row.base), row.ending) << row.word;
    EXPECT_EQ(with_ending(row.word, row.ending), row.base) << row.word;
  }
}

TEST(Endings, are_read_from_lines) {
  const std::string lines = "3 y\n0 \n2 ave\n";
  EXPECT_EQ(read_endings(lines, "made.bin"), (std::vector<Ending>{{3, "y"}, {0, ""}, {2, "ave"}}));
  EXPECT_TRUE(read_endings(std::string_view(), "made.bin").empty());
}

TEST(Endings, a_broken_line_names_its_file) {
  for (const std::string_view lines : {"y\n", "3y\n", "3 y", "-1 y\n", "99999999999999999999999 y\n", "\n"}) {
    try {
      read_endings(lines, "made.bin");
      ADD_FAILURE() << lines;
    } catch (const std::runtime_error& wrong) {
      EXPECT_TRUE(std::string_view(wrong.what()).starts_with("made.bin: ")) << wrong.what();
    }
  }
}

}  // namespace
}  // namespace hearsay
