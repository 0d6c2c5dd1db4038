// The room's result as text, on a story written by hand.
#include "measure/measure.h"

#include "measure/hand_story.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string measured(HandStory story) {
  const Evidence evidence = story.evidence();
  return to_text(measure(evidence), evidence);
}

TEST(Measure, a_story_without_claims_has_no_points) {
  HandStory story("");
  const Evidence evidence = story.evidence();
  const MeasuredStory none = measure(evidence);
  EXPECT_TRUE(none.claims.empty());
  EXPECT_TRUE(none.origins.empty());
}

TEST(Measure, a_point_s_worth_as_text) {
  const struct {
    const char* name;
    const char* claims;
    const char* printed;
  } rows[] = {
      {"one speaker in two reports", "A: Ada Holm: nine drowned\nB: Ada Holm: nine drowned",
       "single-origin, 1 origins, 2 reporters [Ada Holm] (same speaker: Ada Holm in 2 articles)\n  A asserts: nine "
       "drowned\n  B asserts: nine drowned\n"},
      {"outlets alone", "A: -: nine drowned\nB: -: nine drowned",
       "background, 0-1 origins, 2 reporters [A] [B] (2 articles name nobody for it: own knowledge or repeated, cannot "
       "tell)\n  A asserts: nine drowned\n  B asserts: nine drowned\n"},
      {"a denial is printed as one", "A: Ada Holm: it sank\nB: Ode Brandt: (denies) it sank",
       "contested, 2 origins, 2 reporters [Ada Holm] [Ode Brandt]\n  polarity conflict: 1 report asserts it, 1 denies "
       "it\n  A asserts: it sank\n  B denies: it sank\n"},
      {"silence", "A: Torvik Lines: (declines) it would not say why",
       "unanswered, 1 origins, 1 reporters [Torvik Lines]\n  A declines: it would not say why\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(measured(HandStory(row.claims)), row.printed) << row.name;
}

}  // namespace
}  // namespace hearsay
