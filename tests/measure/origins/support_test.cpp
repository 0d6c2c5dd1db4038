// How many origins and newsrooms stand behind a point: what the texts prove, and what they allow.
#include "measure/origins/support.h"

#include "measure/hand_story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace hearsay {
namespace {

std::string in_text(const Bracket& bracket) {
  std::string text = fmt::format("{}-{}", bracket.min, bracket.max);
  for (const std::string& why : bracket.why) text += fmt::format(" ({})", why);
  return text;
}

// All claims as one point: "origins 1-1 (why), reporters 2-2".
std::string support_of(HandStory story) {
  const Evidence evidence = story.evidence();
  const Support support = weigh_support(story.all(), story.sure(), evidence);
  return fmt::format("origins {}, reporters {}", in_text(support.bracket), in_text(support.reporters));
}

TEST(Support, counts_origins_and_not_outlets) {
  const struct {
    const char* name;
    const char* claims;
    const char* support;
  } rows[] = {
      {"one speaker in five outlets is one origin and five newsrooms",
       "A: Ada Holm: nine drowned\nB: Ada Holm: nine drowned\nC: Ada Holm: nine drowned\nD: Ada Holm: nine drowned\n"
       "E: Ada Holm: nine drowned",
       "origins 1-1 (same speaker: Ada Holm in 5 articles), reporters 5-5"},
      {"two speakers are two", "A: Ada Holm: nine drowned\nB: Ode Brandt: nine drowned", "origins 2-2, reporters 2-2"},
      {"two speakers in one report are two origins and one newsroom",
       "A: Ada Holm: nine drowned\nA: Ode Brandt: nine drowned", "origins 2-2, reporters 1-1"},
      {"an outlet that names nobody may repeat those that do, or know it from another",
       "A: Ada Holm: nine drowned\nB: -: nine drowned",
       "origins 1-2 (1 article names nobody for it: may repeat the others or have asked for itself), reporters 2-2"},
      {"where nobody is named, there is one origin at the most", "A: -: nine drowned\nB: -: nine drowned",
       "origins 0-1 (2 articles name nobody for it: own knowledge or repeated, cannot tell), reporters 2-2"},
      {"an unnamed source may be the named one", "A: Ada Holm: nine drowned\nB: a nurse: nine drowned",
       "origins 1-2 (1 unnamed source may be one of the others), reporters 2-2"},
      {"many unnamed sources are two at the most",
       "A: a nurse: nine drowned\nB: a fisherman: nine drowned\nC: a guard: nine drowned",
       "origins 1-2 (3 unnamed sources may be one of the others) (what is in doubt counts as one more at the most), "
       "reporters 3-3"},
      {"two speakers and much in doubt are three at the most",
       "A: Ada Holm: nine drowned\nB: Ode Brandt: nine drowned\nC: a nurse: nine drowned\nD: -: nine drowned",
       "origins 2-3 (1 unnamed source may be one of the others) (1 article names nobody for it: may repeat the others "
       "or "
       "have asked for itself) (what is in doubt counts as one more at the most), reporters 4-4"},
      {"who is not surely on the point counts in the upper end alone",
       "A: Ada Holm: nine drowned\n?B: Ode Brandt: the pier burnt",
       "origins 1-2 (Ode Brandt: this statement may concern something else), reporters 2-2"},
  };
  for (const auto& row : rows) EXPECT_EQ(support_of(HandStory(row.claims)), row.support) << row.name;
}

TEST(Support, a_copy_of_an_article_that_names_somebody_has_nothing_of_its_own) {
  HandStory story("A: Ada Holm: nine drowned\nB: -: nine drowned");
  story.copies("A", "B", CopyKind::copy, "40 words in a row");
  EXPECT_EQ(
      support_of(std::move(story)),
      "origins 1-1 (1 article names nobody for it: copied from one that does), reporters 1-2 (A and B: 40 words in "
      "a row)");
}

TEST(Support, an_officer_and_his_body_are_one) {
  HandStory story("A: Ada Holm: nine drowned\nB: Torvik Lines: nine drowned");
  story.is("Ada Holm", EntityKind::person).is("Torvik Lines", EntityKind::organization);
  HandStory tied = HandStory("A: Ada Holm: nine drowned\nB: Torvik Lines: nine drowned");
  tied.is("Ada Holm", EntityKind::person).is("Torvik Lines", EntityKind::organization);
  tied.speaks_for("Ada Holm", "Torvik Lines", "Torvik Lines director Ada Holm");
  EXPECT_EQ(support_of(std::move(story)), "origins 2-2, reporters 2-2");
  EXPECT_EQ(support_of(std::move(tied)),
            "origins 1-1 (Ada Holm speaks for Torvik Lines: Torvik Lines director Ada Holm), reporters 2-2");
}

TEST(Support, reports_that_share_text_are_one_newsroom_at_the_least) {
  const char* const claims = "A: Ada Holm: nine drowned\nB: Ada Holm: nine drowned";
  HandStory copied(claims);
  copied.copies("A", "B", CopyKind::copy, "40 words in a row");
  EXPECT_EQ(support_of(std::move(copied)),
            "origins 1-1 (same speaker: Ada Holm in 2 articles), reporters 1-2 (A and B: 40 words in a row)");
  HandStory statement(claims);
  statement.copies("A", "B", CopyKind::common_source, "one statement");
  EXPECT_EQ(support_of(std::move(statement)),
            "origins 1-1 (same speaker: Ada Holm in 2 articles), reporters 2-2 (A and B: one statement)");
}

}  // namespace
}  // namespace hearsay
