// What holds of every account, whatever its reports say: on invented stories with the trained models.
#include "run/engine.h"

#include "marked_story.h"
#include "present/json/json.h"

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

// A value's words are among those of the claim that gives it.
bool holds_its_values(const Claim& claim) {
  return std::all_of(claim.values.begin(), claim.values.end(),
                     [&](const Value& value) { return claim.span.contains(value.span); });
}

TEST(Promises, every_statement_is_a_span_of_its_report) {
  for_each_account([](const Account& account) {
    for (const Claim& claim : account.claims) {
      const std::string& text = account.articles.at(claim.article).text;
      EXPECT_LT(claim.span.begin, claim.span.end);
      EXPECT_LE(std::max(claim.span.end, claim.cue ? claim.cue->end : 0), text.size());
      EXPECT_TRUE(holds_its_values(claim)) << words_at(text, claim.span);
    }
  });
}

// How often the lists name each claim.
template <class Lists>
std::vector<int> times_named(const Lists& lists, std::size_t claims) {
  std::vector<int> times(claims, 0);
  for (const auto& list : lists) {
    for (const std::size_t claim : list.claims) ++times.at(claim);
  }
  return times;
}

TEST(Promises, each_claim_is_on_one_point_and_has_one_origin) {
  for_each_account([](const Account& account) {
    const std::vector<int> once(account.claims.size(), 1);
    EXPECT_EQ(times_named(account.points, account.claims.size()), once);
    EXPECT_EQ(times_named(account.origins, account.claims.size()), once);
  });
}

bool has(const Point& point, std::size_t claim) {
  return std::find(point.claims.begin(), point.claims.end(), claim) != point.claims.end();
}

TEST(Promises, a_point_is_headed_by_one_of_its_claims) {
  for_each_account([](const Account& account) {
    for (const Point& point : account.points) EXPECT_TRUE(has(point, point.representative));
  });
}

// The brackets of a point against what its claims allow: empty where all is right.
std::string wrong_with(const Point& point, const Account& account) {
  std::set<std::size_t> articles;
  std::set<std::size_t> origins;
  for (const std::size_t claim : point.claims) {
    articles.insert(account.claims[claim].article);
    origins.insert(account.claims[claim].origin);
  }
  if (point.origins.min > point.origins.max || point.reporters.min > point.reporters.max) return "upside down";
  if (point.origins.max > origins.size()) return "more origins than its claims have";
  if (point.reporters.max > articles.size()) return "more newsrooms than reports";
  if (point.reporters.min == 0) return "gathered by nobody";
  if (point.standing == Standing::corroborated && point.origins.min < 2) return "corroborated by one";
  if (point.standing == Standing::background && point.origins.min > 0) return "background with an origin";
  return "";
}

TEST(Promises, a_bracket_is_never_more_than_its_claims_allow) {
  for_each_account([](const Account& account) {
    for (const Point& point : account.points) EXPECT_EQ(wrong_with(point, account), "");
  });
}

TEST(Promises, a_disagreement_is_between_claims_of_its_point_and_has_a_reason) {
  for_each_account([](const Account& account) {
    for (const Point& point : account.points) {
      for (const Disagreement& difference : point.disagreements) {
        EXPECT_GE(difference.claims.size(), 2U);
        EXPECT_FALSE(difference.why.empty());
        EXPECT_TRUE(std::all_of(difference.claims.begin(), difference.claims.end(),
                                [&](std::size_t claim) { return has(point, claim); }));
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
