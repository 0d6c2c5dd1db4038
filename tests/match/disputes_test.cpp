// Which claims of one point may contradict each other, with the trained models.
#include "match/disputes.h"

#include "itemise/itemise.h"
#include "marked_story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

struct Told {
  MarkedStory story;
  MatchedClaims matched;

  explicit Told(const std::vector<std::string>& texts) : story(texts) {
    static const ClaimRules claim_rules;
    static const MatchRules rules;
    const StoryNames names = identify(story.articles, story.marks);
    std::vector<FoundClaim> claims = itemise(story.articles, story.marks, names, claim_rules);
    matched = match(std::move(claims), story.articles, story.marks, claim_rules.happenings, rules);
    matched.disputes = find_disputes(matched, story.articles, story.marks, claim_rules.encoder, rules);
  }

  // The likely ones: "a: words / b: words".
  std::vector<std::string> likely(float least) const {
    std::vector<std::string> lines;
    for (const Dispute& dispute : matched.disputes) {
      if (dispute.probability < least) continue;
      const auto told = [&](std::size_t number) {
        const Claim& claim = matched.claims[number].claim;
        const Article& article = story.articles[claim.article];
        return fmt::format("{}: {}", article.id, words_at(article.text, claim.span));
      };
      lines.push_back(told(dispute.a) + " / " + told(dispute.b));
    }
    return lines;
  }
};

TEST(Disputes, rival_numbers_of_two_articles) {
  const Told told({"Nine sailors drowned when the ferry sank.", "Eleven sailors drowned when the ferry sank."});
  const auto likely = told.likely(0.1F);
  ASSERT_FALSE(likely.empty());
  EXPECT_EQ(likely[0].substr(0, 7), "a: Nine");
  for (const Dispute& dispute : told.matched.disputes) {
    EXPECT_LT(dispute.a, dispute.b);
    EXPECT_EQ(told.matched.dispute_of(dispute.b, dispute.a), &dispute);
  }
}

TEST(Disputes, none_where_nothing_is_compared) {
  EXPECT_TRUE(Told({}).matched.disputes.empty());
  EXPECT_TRUE(Told({"Nine sailors drowned when the ferry sank."}).matched.disputes.empty());
  EXPECT_EQ(Told({"Nine sailors drowned."}).matched.dispute_of(0, 0), nullptr);
}

TEST(Disputes, those_of_claims_that_are_kept_stay) {
  const Told told({"Nine sailors drowned when the ferry sank.", "The mayor opened a library.",
                   "Eleven sailors drowned when the ferry sank."});
  ASSERT_FALSE(told.matched.disputes.empty());
  const std::size_t all = told.matched.disputes.size();
  std::vector<bool> kept(told.matched.claims.size(), true);
  for (std::size_t c = 0; c < kept.size(); ++c) kept[c] = told.matched.claims[c].claim.article != 1;
  const MatchedClaims rest = only_kept(told.matched, kept);
  EXPECT_EQ(rest.disputes.size(), all);
  for (const Dispute& dispute : rest.disputes) EXPECT_LT(dispute.b, rest.claims.size());
  for (std::size_t c = 0; c < kept.size(); ++c) kept[c] = told.matched.claims[c].claim.article != 2;
  EXPECT_TRUE(only_kept(told.matched, kept).disputes.empty());
}

}  // namespace
}  // namespace hearsay
