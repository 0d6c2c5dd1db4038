#include "present/words/account_view.h"

#include "present/small_story.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hearsay {
namespace {

std::string listed(const std::vector<std::size_t>& numbers) { return fmt::format("{}", fmt::join(numbers, " ")); }

// A point on the words of these articles, whose claims are all on the first origin.
Point& point_in(SampleAccount& sample, const std::vector<std::size_t>& articles, Standing standing) {
  if (sample.account.origins.empty()) sample.origin("x", OriginKind::speaker);
  for (const std::size_t article : articles) sample.claim(article, "o", {}, 0);
  return sample.point(standing, {1, 1, {}}, {1, 1, {}});
}

TEST(AccountView, newsrooms_stand_in_order_of_their_first_report_and_nameless_ones_by_their_id) {
  const struct {
    std::vector<Article> articles;
    const char* printed;  // newsrooms, the newsroom of each article, the articles by time
  } rows[] = {
      {{}, " |  | "},
      {{report("a", "Quay", "", 6), report("b", "Dell", "", 5)}, "Dell Quay | 1 0 | 1 0"},
      {{report("a", "Quay", "", 6), report("b", "Dell", "", 5), report("c", "Quay", "", 4)},
       "Quay Dell | 0 1 0 | 2 1 0"},
      {{report("a", "Quay", "", 5), report("b", "Quay", "", 5)}, "Quay | 0 0 | 0 1"},
      {{report("a", "Quay", ""), report("b", "Dell", "", 5)}, "Dell Quay | 1 0 | 1 0"},
      {{report("a", "Quay", ""), report("b", "Dell", "")}, "Quay Dell | 0 1 | 0 1"},
      {{report("a", std::nullopt, ""), report("b", std::nullopt, "")}, "a b | 0 1 | 0 1"},
      {{report("a", std::nullopt, ""), report("b", "a", "")}, "a | 0 0 | 0 1"},
  };
  for (const auto& row : rows) {
    Account account;
    account.articles = row.articles;
    const AccountView view(account);
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < account.articles.size(); ++i) of.push_back(view.newsroom_of(i));
    EXPECT_EQ(
        fmt::format("{} | {} | {}", fmt::join(view.newsrooms(), " "), listed(of), listed(view.articles_by_time())),
        row.printed);
  }
}

TEST(AccountView, an_hour_known_goes_after_the_day_alone) {
  Account account;
  account.articles = {report("a", "Quay", "", 5), report("b", "Dell", "", 5)};
  account.articles[0].published->time_of_day_utc = std::chrono::hours(1);
  EXPECT_EQ(listed(AccountView(account).articles_by_time()), "1 0");
}

TEST(AccountView, a_point_counts_each_report_and_each_newsroom_once) {
  SampleAccount sample({report("a", "Quay", "o", 6), report("b", "Dell", "o", 5), report("c", "Quay", "o", 7)});
  Point& point = point_in(sample, {2, 0, 0, 2}, Standing::background);
  const AccountView quay(sample.account);
  EXPECT_EQ(listed(quay.articles_of(point)), "0 2");
  EXPECT_EQ(listed(quay.newsrooms_of(point)), "1");  // Quay stands second: Dell was first by a day
  Point& both = point_in(sample, {2, 1}, Standing::background);
  const AccountView view(sample.account);
  EXPECT_EQ(listed(view.articles_of(both)), "1 2");
  EXPECT_EQ(listed(view.newsrooms_of(both)), "0 1");
}

TEST(AccountView, contested_points_stand_by_what_they_differ_in_and_others_as_the_account_has_them) {
  SampleAccount sample({report("a", "Quay", "o")});
  for (const DisagreementRelation relation : {DisagreementRelation::update, DisagreementRelation::compatible,
                                              DisagreementRelation::conflict, DisagreementRelation::translation})
    point_in(sample, {0}, Standing::contested).disagreements = {{DisagreementKind::quantity, relation, {}, ""}};
  point_in(sample, {0}, Standing::background);
  point_in(sample, {0}, Standing::contested);  // says not in what: as bad as a conflict
  point_in(sample, {0}, Standing::background);
  const AccountView view(sample.account);
  EXPECT_EQ(listed(view.points_of(Standing::contested)), "2 5 1 0 3");
  EXPECT_EQ(listed(view.points_of(Standing::background)), "4 6");
  EXPECT_EQ(listed(view.points_of(Standing::unanswered)), "");
}

TEST(AccountView, the_news_is_the_first_ten_points) {
  for (const std::size_t count : {0, 1, 10, 11, 26}) {
    SampleAccount sample({report("a", "Quay", "abcdefghijklmnopqrstuvwxyz")});
    sample.origin("x", OriginKind::speaker);
    for (std::size_t i = 0; i < count; ++i) {
      sample.claim(0, std::string(1, static_cast<char>('a' + i)), {}, 0);
      sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
    }
    const auto news = AccountView(sample.account).news();
    EXPECT_EQ(news.size(), std::min<std::size_t>(count, 10)) << count;
    for (std::size_t i = 0; i < news.size(); ++i) EXPECT_EQ(news[i], i);
  }
}

TEST(AccountView, the_news_tells_nothing_twice) {
  const char* const text = "The ferry sank off Torvik. the ferry sank. It rained.";
  SampleAccount sample({report("a", "Quay", text)});
  sample.origin("x", OriginKind::speaker);
  for (const char* const words : {"The ferry sank off Torvik", "the ferry sank.", "off Torvik", "It rained"}) {
    sample.claim(0, words, {}, 0);
    sample.point(Standing::background, {1, 1, {}}, {1, 1, {}});
  }
  EXPECT_EQ(listed(AccountView(sample.account).news()), "0 3");
}

TEST(AccountView, an_origin_knows_the_points_that_rest_on_it) {
  SampleAccount sample({report("a", "Quay", "o o")});
  const std::size_t ann = sample.origin("Ann Bo", OriginKind::speaker);
  const std::size_t cy = sample.origin("Cy Dun", OriginKind::speaker);
  const std::size_t idle = sample.origin("nobody", OriginKind::unnamed);
  sample.claim(0, "o", {}, ann);
  sample.claim(0, "o", {}, cy);
  sample.point(Standing::corroborated, {2, 2, {}}, {1, 1, {}});
  sample.claim(0, "o", {}, cy);
  sample.point(Standing::single_origin, {1, 1, {}}, {1, 1, {}});
  const AccountView view(sample.account);
  EXPECT_EQ(listed(view.points_on_origin(ann)), "0");
  EXPECT_EQ(listed(view.points_on_origin(cy)), "0 1");
  EXPECT_EQ(listed(view.points_on_origin(idle)), "");
}

TEST(AccountView, newsrooms_that_share_text_over_others_stand_together) {
  const auto groups_with = [](const std::vector<std::pair<std::size_t, std::size_t>>& copies) {
    Account account;
    for (const char* outlet : {"A", "B", "C", "D", "A"})
      account.articles.push_back(report(std::string("r") + outlet, outlet, ""));
    for (const auto& [from, to] : copies) account.copies.push_back({from, to, CopyKind::copy, 1, true, {}, {}, ""});
    std::string printed;
    for (const auto& group : AccountView(account).newsrooms_sharing_text()) printed += "[" + listed(group) + "]";
    return printed;
  };
  EXPECT_EQ(groups_with({}), "[0][1][2][3]");
  EXPECT_EQ(groups_with({{3, 1}}), "[0][1 3][2]");
  EXPECT_EQ(groups_with({{0, 2}, {2, 3}}), "[0 2 3][1]");
  EXPECT_EQ(groups_with({{0, 4}}), "[0][1][2][3]");  // a newsroom that copies itself
  EXPECT_EQ(groups_with({{4, 1}, {2, 3}}), "[0 1][2 3]");
}

TEST(AccountView, silence_has_words_and_a_colon_is_none) {
  Account account;
  account.articles = {report("a", "Quay", "No comment: the crew left.")};
  account.claims.resize(3);
  account.claims[1].cue = Span{0, 10};
  account.claims[2].cue = Span{10, 11};
  const AccountView view(account);
  EXPECT_EQ(view.silence_of(account.claims[0]), std::nullopt);
  EXPECT_EQ(view.silence_of(account.claims[1]), (Span{0, 10}));
  EXPECT_EQ(view.silence_of(account.claims[2]), std::nullopt);
}

TEST(AccountView, a_claims_words_are_those_of_its_article) {
  SampleAccount sample = small_story();
  sample.claim(1, "50 people had gone", {}, sample.origin("x", OriginKind::speaker));
  const AccountView view(sample.account);
  EXPECT_EQ(view.words_of(sample.account.claims[0]), "50 people had gone");
  EXPECT_EQ(view.article_of(sample.account.claims[0]).id, "two");
}

}  // namespace
}  // namespace hearsay
