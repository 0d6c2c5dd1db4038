// Whole small stories in which reports share text: who copied whom, how many newsrooms are left, and what is lost when
// a source is left out. With the trained models.
#include "run/engine.h"

#include "marked_story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

struct Report {
  const char* outlet;
  const char* published;
  std::string text;
};

std::vector<Article> articles_of(const std::vector<Report>& reports) {
  std::vector<Article> articles;
  for (const Report& report : reports) {
    Article article;
    article.id = article.outlet.emplace(report.outlet);
    article.text = report.text;
    article.language = "en";
    article.published = parse_moment(report.published);
    articles.push_back(std::move(article));
  }
  return articles;
}

Account account_of(const std::vector<Report>& reports, std::vector<std::string> without = {}) {
  static const AccountRules rules;
  Wishes wishes;
  wishes.without = std::move(without);
  return report(articles_of(reports), shared_marker(), rules, 1, wishes);
}

// "copy: A to B", "?" where the direction is not known, a line each.
std::string copies_of(const Account& account) {
  std::string printed;
  for (const Copy& copy : account.copies) {
    printed += fmt::format("{}: {} {} {}\n", to_text(copy.kind), account.articles[copy.from].id,
                           copy.direction_known ? "to" : "?", account.articles[copy.to].id);
  }
  return printed;
}

const std::string theft =
    "Eleven goats were stolen from a farm near Vellmark on Sunday night, police said. Officers found tyre marks on the "
    "track behind the barn and are looking for a blue van with a broken lamp. The farmer, Josef Kalm, said the animals "
    "were worth about 4,000 crowns and that he had not locked the gate.";
const std::string own =
    "Thieves took eleven goats from a barn outside Vellmark over the weekend. A van was seen on the track, according "
    "to "
    "police. Neighbours said that the gate had been open for days.";

TEST(CopiesStories, who_copied_whom) {
  const struct {
    const char* name;
    std::vector<Report> reports;
    const char* copies;
  } rows[] = {
      {"two that share nothing",
       {{"Wennel Post", "2031-05-05T06:00:00Z", theft}, {"Radio Harrow", "2031-05-05T08:00:00Z", own}},
       ""},
      {"the later took it from the earlier",
       {{"Wennel Post", "2031-05-05T06:00:00Z", theft}, {"Radio Harrow", "2031-05-05T08:00:00Z", theft}},
       "copy: Wennel Post to Radio Harrow\n"},
      {"without times nobody knows",
       {{"Wennel Post", "2031-05-05", theft}, {"Radio Harrow", "2031-05-05", theft}},
       "copy: Wennel Post ? Radio Harrow\n"},
      {"a report that names the other took it from there, whatever the times",
       {{"Radio Harrow", "2031-05-05T06:00:00Z", theft + " (The Wennel Post reported it first.)"},
        {"wennelpost.example", "2031-05-05T08:00:00Z", theft}},
       "copy: wennelpost.example to Radio Harrow\n"},
      {"one outlet's second version is a revision",
       {{"Wennel Post", "2031-05-05T06:00:00Z", theft},
        {"Wennel Post", "2031-05-05T08:00:00Z", theft + " The van was found on Monday."}},
       "revision: Wennel Post to Wennel Post\n"},
      {"an agency's text under two names has a common source",
       {{"Wennel Post", "2031-05-05", "VELLMARK (AFP) - " + theft},
        {"Radio Harrow", "2031-05-05", "VELLMARK (AFP) - " + theft}},
       "common-source: Wennel Post ? Radio Harrow\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(copies_of(account_of(row.reports)), row.copies) << row.name;
}

// "min-max" newsrooms of the first point with these words; "no point".
std::string newsrooms(const Account& account, std::string_view words) {
  for (const Point& point : account.points) {
    const bool here = std::any_of(point.claims.begin(), point.claims.end(), [&](std::size_t c) {
      const Claim& claim = account.claims[c];
      return words_at(account.articles[claim.article].text, claim.span).find(words) != std::string_view::npos;
    });
    if (here) return fmt::format("{}-{}", point.reporters.min, point.reporters.max);
  }
  return "no point";
}

TEST(CopiesStories, copies_are_one_newsroom_at_the_least) {
  const Report first{"Wennel Post", "2031-05-05T06:00:00Z", theft};
  const Report copy{"Radio Harrow", "2031-05-05T08:00:00Z", theft};
  const Report third{"Torrin Times", "2031-05-05T09:00:00Z", theft};
  EXPECT_EQ(newsrooms(account_of({first}), "Eleven goats"), "1-1");
  EXPECT_EQ(newsrooms(account_of({first, copy}), "Eleven goats"), "1-2");
  EXPECT_EQ(newsrooms(account_of({first, copy, third}), "Eleven goats"), "1-3");
}

TEST(CopiesStories, without_a_report_what_only_it_had_is_lost) {
  const std::vector<Report> reports = {{"Wennel Post", "2031-05-05T06:00:00Z", theft},
                                       {"Radio Harrow", "2031-05-05T08:00:00Z", "The well is dry, Ada Holm said."}};
  EXPECT_EQ(newsrooms(account_of(reports), "well is dry"), "1-1");
  const Account rest = account_of(reports, {"Radio Harrow"});
  EXPECT_EQ(newsrooms(rest, "well is dry"), "no point");
  EXPECT_EQ(newsrooms(rest, "Eleven goats"), "1-1");
  ASSERT_TRUE(rest.without.has_value());
  EXPECT_FALSE(rest.without->lost.empty());
  for (const PointBefore& lost : rest.without->lost) EXPECT_EQ(lost.article, "Radio Harrow") << lost.words;
}

TEST(CopiesStories, a_name_that_nobody_has_leaves_all_as_it_was) {
  const std::vector<Report> reports = {{"Wennel Post", "2031-05-05T06:00:00Z", theft}};
  const Account account = account_of(reports, {"Nobody's Herald"});
  ASSERT_TRUE(account.without.has_value());
  ASSERT_EQ(account.without->parts.size(), 1U);
  EXPECT_EQ(account.without->parts[0].what, "");
  EXPECT_TRUE(account.without->lost.empty());
  EXPECT_EQ(newsrooms(account, "Eleven goats"), "1-1");
}

}  // namespace
}  // namespace hearsay
