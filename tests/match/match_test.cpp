// Which claims of a small invented story meet in one point, with the trained models: the room's result as text.
#include "match/match.h"

#include "itemise/itemise.h"
#include "marked_story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

std::string points_of(const std::vector<std::string>& texts) {
  static const ClaimRules claim_rules;
  static const MatchRules rules;
  const MarkedStory story(texts);
  const StoryNames names = identify(story.articles, story.marks);
  std::vector<FoundClaim> claims = itemise(story.articles, story.marks, names, claim_rules);
  return to_text(match(std::move(claims), story.articles, story.marks, claim_rules.happenings, rules), story.articles);
}

TEST(Match, a_story_s_points_as_text) {
  const struct {
    const char* name;
    std::vector<std::string> texts;
    const char* printed;
  } rows[] = {
      {"no articles", {}, ""},
      {"one fact in two wordings",
       {"Nine sailors drowned near the lighthouse.", "Nine sailors were drowned off the lighthouse."},
       "a: Nine sailors drowned near the lighthouse | b: Nine sailors were drowned off the lighthouse\n"},
      {"two facts stay apart",
       {"Nine sailors drowned near the lighthouse.", "The mayor opened a library."},
       "a: Nine sailors drowned near the lighthouse\nb: The mayor opened a library\n"},
      {"rival numbers meet",
       {"Nine sailors drowned when the ferry sank.", "Eleven sailors drowned when the ferry sank."},
       "a: Nine sailors drowned when the ferry sank | b: Eleven sailors drowned when the ferry sank\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(points_of(row.texts), row.printed) << row.name;
}

// The judgement of the first claim of each of two reports.
float dispute_of(const std::string& a, const std::string& b) {
  static const ClaimRules claim_rules;
  static const MatchRules rules;
  const MarkedStory story({a, b});
  const StoryNames names = identify(story.articles, story.marks);
  std::vector<FoundClaim> claims = itemise(story.articles, story.marks, names, claim_rules);
  const MatchedClaims all = match(std::move(claims), story.articles, story.marks, claim_rules.happenings, rules);
  const auto other = std::find_if(all.profiles.begin(), all.profiles.end(),
                                  [](const ClaimProfile& profile) { return profile.article == 1; });
  return rules.likeness.dispute(all.profiles.front(), *other);
}

TEST(Match, rival_numbers_are_likelier_to_dispute_than_what_agrees_or_is_another_thing) {
  const std::string nine = "Nine sailors drowned when the ferry sank.";
  const float rivals = dispute_of(nine, "Eleven sailors drowned when the ferry sank.");
  EXPECT_GT(rivals, 0.1F);
  EXPECT_LT(dispute_of(nine, nine), rivals / 2);
  EXPECT_LT(dispute_of(nine, "The mayor opened a library on Monday."), rivals / 2);
}

TEST(Match, what_is_left_out_leaves_the_points_as_they_were) {
  static const ClaimRules claim_rules;
  static const MatchRules rules;
  const MarkedStory story(
      {"Nine sailors drowned near the lighthouse.", "Nine sailors were drowned off the lighthouse."});
  const StoryNames names = identify(story.articles, story.marks);
  std::vector<FoundClaim> claims = itemise(story.articles, story.marks, names, claim_rules);
  const MatchedClaims all = match(std::move(claims), story.articles, story.marks, claim_rules.happenings, rules);
  ASSERT_GE(all.claims.size(), 2U);
  std::vector<bool> kept(all.claims.size(), true);
  kept.front() = false;
  const MatchedClaims rest = only_kept(all, kept);
  EXPECT_EQ(rest.claims.size(), all.claims.size() - 1);
  std::size_t in_points = 0;
  for (const auto& point : rest.points) in_points += point.size();
  EXPECT_EQ(in_points, rest.claims.size());
  for (std::size_t c = 0; c < rest.claims.size(); ++c) EXPECT_EQ(rest.profiles[c].claim, &rest.claims[c].claim);
}

}  // namespace
}  // namespace hearsay
