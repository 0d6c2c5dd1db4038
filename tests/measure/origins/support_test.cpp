// How many origins and newsrooms stand behind a point: what the texts prove, and what they allow.
#include "measure/origins/support.h"

#include "measure/hand_story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

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
  const Support support = weigh_support(story.all(), story.sure(), {}, evidence);
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
       "origins 1-2 (1 article names nobody for it: may repeat the others or have another source), reporters 2-2"},
      {"where nobody is named, there is one origin at the most", "A: -: nine drowned\nB: -: nine drowned",
       "origins 0-1 (2 articles name nobody for it: own knowledge or repeated, cannot tell), reporters 2-2"},
      {"an unnamed source may be the named one", "A: Ada Holm: nine drowned\nB: a nurse: nine drowned",
       "origins 1-2 (1 unnamed source may be one of the others), reporters 2-2"},
      {"many unnamed sources are two at the most",
       "A: a nurse: nine drowned\nB: a fisherman: nine drowned\nC: a guard: nine drowned",
       "origins 1-2 (3 unnamed sources may be one of the others) (all that is in doubt counts as one more at most), "
       "reporters 3-3"},
      {"two speakers and much in doubt are three at the most",
       "A: Ada Holm: nine drowned\nB: Ode Brandt: nine drowned\nC: a nurse: nine drowned\nD: -: nine drowned",
       "origins 2-3 (1 unnamed source may be one of the others) (1 article names nobody for it: may repeat the others "
       "or "
       "have another source) (all that is in doubt counts as one more at most), reporters 4-4"},
      {"one statement in the mouths of two is one origin",
       "A: the harbour office: the keys were handed over without any protest\n"
       "B: Ada Holm: Later, the keys were handed over without any protest",
       "origins 1-1 (the harbour office and Ada Holm: one statement, by its words), reporters 2-2"},
      {"... whichever kind of name they have",
       "A: Ode Brandt: the keys were handed over without any protest\n"
       "B: Ada Holm: the keys were handed over without any protest",
       "origins 1-1 (Ode Brandt and Ada Holm: one statement, by its words), reporters 2-2"},
      {"an agency may have from another what it gathered",
       "A: Associated Press: nine drowned\nB: Ada Holm: nine drowned",
       "origins 1-2 (Associated Press gathers what others know, perhaps from them), reporters 2-2"},
      {"... and an outlet of the story may", "A: Marrow Wire: nine drowned\nMarrow Wire: Ada Holm: nine drowned",
       "origins 1-2 (Marrow Wire gathers what others know, perhaps from them), reporters 2-2"},
      {"an agency alone is an origin", "A: Associated Press: nine drowned\nB: Associated Press: nine drowned",
       "origins 1-1 (same speaker: Associated Press in 2 articles), reporters 2-2"},
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

// Stories of a few reports, as many as the tests have patience for: who says it in which outlet, and which copy which.
struct Invented {
  std::string claims;
  std::vector<std::pair<std::string, std::string>> copies;
};

Invented invented(std::mt19937& random) {
  static const char* const speakers[] = {"Ada Holm", "Ode Brandt", "Josef Kalm", "a nurse", "harbour office", "-"};
  static const char* const outlets[] = {"A", "B", "C", "D", "E"};
  Invented story;
  const std::size_t reports = 1 + random() % 5;
  for (std::size_t r = 0; r < reports; ++r) {
    story.claims += fmt::format("{}{}: {}: nine drowned\n", random() % 4 == 0 ? "?" : "", outlets[r],
                                speakers[random() % std::size(speakers)]);
    if (r > 0 && random() % 3 == 0) story.copies.emplace_back(outlets[random() % r], outlets[r]);
  }
  return story;
}

Support weighed(const Invented& invented) {
  HandStory story(invented.claims);
  for (const auto& [from, to] : invented.copies) story.copies(from, to, CopyKind::copy, "shared words");
  const Evidence evidence = story.evidence();
  return weigh_support(story.all(), story.sure(), {}, evidence);
}

TEST(Support, what_holds_of_every_story) {
  std::mt19937 random(12);  // always the same stories
  for (int i = 0; i < 500; ++i) {
    const Invented story = invented(random);
    const Support support = weighed(story);
    SCOPED_TRACE(story.claims);
    EXPECT_LE(support.bracket.min, support.bracket.max);
    EXPECT_LE(support.bracket.max, support.bracket.min + 1) << "all that is in doubt counts as one more at most";
    EXPECT_LE(support.reporters.min, support.reporters.max);
    EXPECT_GE(support.reporters.min, 1U);
    if (support.bracket.min != support.bracket.max) {
      EXPECT_FALSE(support.bracket.why.empty()) << "an open bracket has its reason";
    }
    Invented copied = story;
    copied.copies.clear();
    const Support without = weighed(copied);
    EXPECT_LE(support.bracket.max, without.bracket.max) << "a copy is no further origin";
    EXPECT_LE(support.reporters.min, without.reporters.min) << "... and no further newsroom";
  }
}

TEST(Support, the_order_of_the_reports_makes_no_difference) {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    Invented story = invented(random);
    const Support before = weighed(story);
    std::vector<std::string> lines;
    std::istringstream in(story.claims);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::reverse(lines.begin(), lines.end());
    story.claims.clear();
    for (const std::string& line : lines) story.claims += line + '\n';
    const Support after = weighed(story);
    EXPECT_EQ(before.bracket.min, after.bracket.min) << story.claims;
    EXPECT_EQ(before.bracket.max, after.bracket.max) << story.claims;
    EXPECT_EQ(before.reporters.min, after.reporters.min) << story.claims;
    EXPECT_EQ(before.reporters.max, after.reporters.max) << story.claims;
  }
}

TEST(Support, counts_newsrooms_by_what_they_share) {
  const char* const claims = "A: Ada Holm: nine drowned\nB: Ada Holm: nine drowned\nC: Ada Holm: nine drowned";
  const struct {
    const char* name;
    std::vector<std::pair<const char*, const char*>> copies;
    CopyKind kind;
    const char* reporters;
  } rows[] = {
      {"three that share nothing", {}, CopyKind::copy, "3-3"},
      {"one copied another", {{"A", "B"}}, CopyKind::copy, "2-3"},
      {"all from one", {{"A", "B"}, {"A", "C"}}, CopyKind::copy, "1-3"},
      {"a chain of copies", {{"A", "B"}, {"B", "C"}}, CopyKind::copy, "1-3"},
      {"a revision is one newsroom's", {{"A", "B"}}, CopyKind::revision, "2-3"},
      {"one statement in all three", {{"A", "B"}, {"A", "C"}}, CopyKind::common_source, "3-3"},
      {"one quotation translated twice", {{"A", "B"}}, CopyKind::translation, "3-3"},
  };
  for (const auto& row : rows) {
    HandStory story(claims);
    for (const auto& [from, to] : row.copies) story.copies(from, to, row.kind, "shared words");
    const Evidence evidence = story.evidence();
    const Bracket reporters = weigh_support(story.all(), story.sure(), {}, evidence).reporters;
    EXPECT_EQ(fmt::format("{}-{}", reporters.min, reporters.max), row.reporters) << row.name;
  }
}

TEST(Support, names_the_origins_before_the_outlets) {
  HandStory story("A: -: nine drowned\nB: a nurse: nine drowned\nC: Ada Holm: nine drowned");
  const Evidence evidence = story.evidence();
  const Support support = weigh_support(story.all(), story.sure(), {}, evidence);
  std::string names;
  for (const std::size_t origin : support.origins) names += evidence.origins[origin].name + ';';
  EXPECT_EQ(names, "Ada Holm;a nurse;A;");
}

TEST(Support, no_claims_rest_on_nothing) {
  HandStory story("A: -: nine drowned");
  const Evidence evidence = story.evidence();
  const Support none = weigh_support({}, {}, {}, evidence);
  EXPECT_EQ(none.bracket.max, 0U);
  EXPECT_EQ(none.reporters.max, 0U);
  EXPECT_TRUE(none.origins.empty());
}

}  // namespace
}  // namespace hearsay
