// Openings that depend on words which are not shown.
#include "itemise/words/openings.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Openings, hang_on_other_words_or_stand_alone) {
  const struct {
    const char* text;
    bool dependent;
  } rows[] = {
      {"who had bought the ferry", true},
      {"\u201cIt sank at once\u201d", true},
      {"(and nobody saw it", true},
      {"They sailed at noon", true},
      {"There were no lights", true},
      {"to raise the ferry", true},
      {"It's overloaded", true},
      {"the ferry sank", false},
      {"Nobody was hurt", false},
      {"everyone on board drowned", false},
      {"Theo Brandt sank it", false},
      {"Item by item", false},
      {"nine drowned", false},
      {"", false},
      {"...", false},
  };
  for (const auto& row : rows) EXPECT_EQ(opens_dependent(row.text), row.dependent) << row.text;
}

}  // namespace
}  // namespace hearsay
