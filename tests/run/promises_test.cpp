// What holds of every account, whatever its reports say: on invented stories with the trained models.
#include "run/engine.h"

#include "marked_story.h"
#include "present/json.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

using Texts = std::vector<std::string>;

const std::vector<Texts>& stories() {
  static const std::vector<Texts> all = {
      {},
      {""},
      {"Rain."},
      {"Nine sailors drowned off Torrin on Monday, coast guard captain Ada Holm said. \"We heard a bang,\" said sailor "
       "Josef Kalm. The ferry's owner, Torvik Lines, declined to comment.",
       "At least eleven sailors drowned when a ferry sank off Torrin, doctor Ode Brandt told Nordwire. Torvik Lines "
       "denied that the ferry was overloaded.",
       "A ferry sank off Torrin on Monday. The coast guard said nine had drowned."},
      {"The mill at Skarn burned down on Friday, the fire service said. Police are looking for a man in a red coat.",
       "The mill at Skarn burned down on Friday, the fire service said. Police are looking for a man in a red coat.",
       "Nobody was hurt when the Skarn mill burned, mayor Ilse Ravn said. The damage is put at 3 million crowns."},
      {"Norland said its troops had left Ostrel. Vostria said they had not.",
       "Vostria denied on Tuesday that Norlandish troops had left Ostrel, and called it a lie."},
      {"\xE2\x80\x9CIt was dark,\xE2\x80\x9D Åse Brøndum said. \xE2\x80\x9CWe saw nothing.\xE2\x80\x9D",
       "Åse Brøndum said it was dark \xF0\x9F\x8C\x91 and that she had seen nothing."},
  };
  return all;
}

Account account_of(const Texts& texts, unsigned threads = 1) {
  static const AccountRules rules;
  return report(MarkedStory(texts).articles, shared_marker(), rules, threads);
}

template <class Check>
void for_each_account(Check check) {
  for (std::size_t i = 0; i < stories().size(); ++i) {
    SCOPED_TRACE(fmt::format("story {}", i));
    check(account_of(stories()[i]));
  }
}

TEST(Promises, every_statement_is_a_span_of_its_report) {
  for_each_account([](const Account& account) {
    for (const Claim& claim : account.claims) {
      ASSERT_LT(claim.article, account.articles.size());
      const std::string& text = account.articles[claim.article].text;
      EXPECT_LT(claim.span.begin, claim.span.end);
      EXPECT_LE(claim.span.end, text.size());
      if (claim.cue) {
        EXPECT_LE(claim.cue->end, text.size());
      }
      for (const Value& value : claim.values) {
        EXPECT_GE(value.span.begin, claim.span.begin);
        EXPECT_LE(value.span.end, claim.span.end);
      }
    }
  });
}

TEST(Promises, each_claim_is_on_one_point_and_has_one_origin) {
  for_each_account([](const Account& account) {
    std::vector<int> points(account.claims.size(), 0);
    for (const Point& point : account.points) {
      ASSERT_FALSE(point.claims.empty());
      for (const std::size_t claim : point.claims) ++points.at(claim);
      EXPECT_NE(std::find(point.claims.begin(), point.claims.end(), point.representative), point.claims.end());
    }
    EXPECT_TRUE(std::all_of(points.begin(), points.end(), [](int n) { return n == 1; }));
    std::vector<int> origins(account.claims.size(), 0);
    for (const Origin& origin : account.origins) {
      for (const std::size_t claim : origin.claims) ++origins.at(claim);
    }
    EXPECT_TRUE(std::all_of(origins.begin(), origins.end(), [](int n) { return n == 1; }));
  });
}

TEST(Promises, a_bracket_is_never_upside_down_and_never_more_than_its_claims_allow) {
  for_each_account([](const Account& account) {
    for (const Point& point : account.points) {
      std::set<std::size_t> articles;
      std::set<std::size_t> origins;
      for (const std::size_t claim : point.claims) {
        articles.insert(account.claims[claim].article);
        origins.insert(account.claims[claim].origin);
      }
      EXPECT_LE(point.origins.min, point.origins.max);
      EXPECT_LE(point.origins.max, origins.size());
      EXPECT_LE(point.reporters.min, point.reporters.max);
      EXPECT_GE(point.reporters.min, 1U);
      EXPECT_LE(point.reporters.max, articles.size());
      if (point.standing == Standing::corroborated) {
        EXPECT_GE(point.origins.min, 2U);
      }
      if (point.standing == Standing::background) {
        EXPECT_EQ(point.origins.min, 0U);
      }
    }
  });
}

TEST(Promises, a_disagreement_is_between_claims_of_its_point_and_has_a_reason) {
  for_each_account([](const Account& account) {
    for (const Point& point : account.points) {
      for (const Disagreement& difference : point.disagreements) {
        EXPECT_GE(difference.claims.size(), 2U);
        EXPECT_FALSE(difference.why.empty());
        for (const std::size_t claim : difference.claims)
          EXPECT_NE(std::find(point.claims.begin(), point.claims.end(), claim), point.claims.end());
      }
    }
  });
}

TEST(Promises, the_same_reports_give_the_same_bytes_on_any_number_of_threads) {
  for (const Texts& texts : stories()) {
    const std::string one = to_json(account_of(texts, 1));
    for (const unsigned threads : {1U, 2U, 7U}) EXPECT_EQ(to_json(account_of(texts, threads)), one) << threads;
  }
}

TEST(Promises, what_one_report_says_twice_is_not_said_by_two) {
  const std::string text = "The dam at Brill is leaking, engineer Ada Holm said on Monday.";
  const Account account = account_of({text + " " + text});
  for (const Point& point : account.points) {
    EXPECT_LE(point.origins.max, 1U);
    EXPECT_EQ(point.reporters.max, 1U);
  }
}

TEST(Promises, a_report_that_is_printed_again_adds_no_origin) {
  const Texts& story = stories()[3];
  Texts again = story;
  again.push_back(story.front());
  const auto most = [](const Account& account) {
    std::size_t so_far = 0;
    for (const Point& point : account.points) so_far = std::max(so_far, point.origins.min);
    return so_far;
  };
  EXPECT_EQ(most(account_of(again)), most(account_of(story)));
}

}  // namespace
}  // namespace hearsay
