// The account's order, title and omissions, and what falls when a source is left out, on stories written by hand.
#include "narrate/narrate.h"

#include "measure/hand_story.h"
#include "narrate/omissions.h"
#include "narrate/order.h"
#include "narrate/title.h"
#include "narrate/without.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

const Meaning& meaning() {
  static const Meaning table;
  return table;
}

const OrderModel& order() {
  static const OrderModel model;
  return model;
}

// A point a line, in the order to be read: standing, then its words.
std::string order_of(const Account& account) {
  std::string printed;
  for (const Point& point : account.points) {
    const Claim& claim = account.claims[point.representative];
    printed +=
        fmt::format("{}: {}\n", to_text(point.standing), words_at(account.articles[claim.article].text, claim.span));
  }
  return printed;
}

Point point_of(std::vector<std::size_t> claims, Standing standing) {
  Point point;
  point.representative = claims.front();
  point.claims = std::move(claims);
  point.standing = standing;
  return point;
}

// Claims alone; points are added by the test.
Account account_of(HandStory& story) {
  const Evidence evidence = story.evidence();
  Account account;
  account.articles.assign(evidence.articles.begin(), evidence.articles.end());
  account.claims.assign(evidence.claims.begin(), evidence.claims.end());
  account.origins.assign(evidence.origins.begin(), evidence.origins.end());
  return account;
}

TEST(Order, what_many_tell_and_tell_first_comes_first) {
  std::string filler = "A: -: ";
  filler.append(1500, 'x');
  HandStory story("A: Ada Holm: the ferry sank off Torvik at night\n" + filler +
                  "\nA: -: Torrin has had a port for two hundred years\nB: Ode Brandt: the ferry sank in the dark\n"
                  "C: -: who had bought it in spring from a cousin of his");
  Account account = account_of(story);
  account.points = {point_of({4}, Standing::single_origin), point_of({2}, Standing::background),
                    point_of({0, 3}, Standing::single_origin)};
  account.points[0].reads_alone = false;
  order_points(account, order());
  EXPECT_EQ(order_of(account),
            "single-origin: the ferry sank off Torvik at night\nbackground: Torrin has had a port for two hundred "
            "years\nsingle-origin: who had bought it in spring from a cousin of his\n");
  for (std::size_t c = 0; c < account.claims.size(); ++c) {
    if (c == 1) continue;  // the filler is in no point
    const auto& in = account.points[account.claims[c].point].claims;
    EXPECT_NE(std::find(in.begin(), in.end(), c), in.end()) << c;
  }
}

TEST(Order, of_equal_points_the_first_in_the_reports_comes_first) {
  HandStory story("A: -: it sank\nA: -: it sank");
  Account account = account_of(story);
  account.claims[1].span = account.claims[0].span;
  account.points = {point_of({1}, Standing::background), point_of({0}, Standing::background)};
  order_points(account, order());
  EXPECT_EQ(account.points[0].claims.front(), 0U);
}

TEST(Order, clues_are_what_they_say) {
  HandStory story("A: Ada Holm: (denies) nine sailors drowned off Torvik\nB: -: (hedges) nine drowned");
  Account account = account_of(story);
  account.articles[0].title = "Nine sailors drown";
  account.articles.resize(4);
  account.points = {point_of({0, 1}, Standing::contested)};
  account.points[0].disagreements.push_back(
      {DisagreementKind::polarity, DisagreementRelation::conflict, {0, 1}, "one denies"});
  const OrderClues clues = order_clues(account).front();
  const auto clue = [&](OrderClue wanted) { return clues[static_cast<std::size_t>(wanted)]; };
  EXPECT_FLOAT_EQ(clue(OrderClue::share), 0.5F);
  EXPECT_FLOAT_EQ(clue(OrderClue::lead), 0.5F);
  EXPECT_FLOAT_EQ(clue(OrderClue::first), 1);
  EXPECT_FLOAT_EQ(clue(OrderClue::headline), 2.0F / 3);
  EXPECT_FLOAT_EQ(clue(OrderClue::conflict), 1);
  EXPECT_FLOAT_EQ(clue(OrderClue::update), 0);
  EXPECT_FLOAT_EQ(clue(OrderClue::denied), 1);
  EXPECT_FLOAT_EQ(clue(OrderClue::hedged), 0.5F);
  EXPECT_FLOAT_EQ(clue(OrderClue::number), 0);
  EXPECT_FLOAT_EQ(clue(OrderClue::dependent), 0);
}

TEST(Title, is_the_headline_nearest_to_the_others) {
  Account account;
  account.articles.resize(3);
  account.articles[0].title = "Mayor opens new library";
  account.articles[1].title = "Nine drown as ferry sinks";
  account.articles[2].title = "Ferry sinks, nine drown";
  const std::string title = title_of(account, meaning());
  EXPECT_TRUE(title == "Nine drown as ferry sinks" || title == "Ferry sinks, nine drown") << title;
}

TEST(Title, of_texts_alone_is_a_first_line_that_is_a_headline) {
  Account account;
  account.articles.resize(2);
  account.articles[0].text = "The ferry sank at noon.\nNine people drowned.";
  account.articles[1].text = "Nine drown as ferry sinks\n\nA ferry sank at noon. It was new.";
  EXPECT_EQ(title_of(account, meaning()), "Nine drown as ferry sinks");
  account.articles[0].title = "Ferry sinks";
  EXPECT_EQ(title_of(account, meaning()), "Ferry sinks");
}

TEST(Title, without_headlines_is_the_words_of_the_widest_point) {
  HandStory story("A: -: it rained\nA: Ada Holm: the ferry sank\nB: Ada Holm: the ferry sank off Torvik");
  Account account = account_of(story);
  account.points = {point_of({0}, Standing::background), point_of({1, 2}, Standing::single_origin)};
  EXPECT_EQ(title_of(account, meaning()), "the ferry sank");
  EXPECT_EQ(title_of(Account(), meaning()), "");
}

TEST(Title, is_cut_between_words) {
  std::string words;
  while (words.size() < 200) words += words.empty() ? "ferry" : " ferry";
  HandStory story("A: -: " + words);
  Account account = account_of(story);
  account.points = {point_of({0}, Standing::background)};
  const std::string title = title_of(account, meaning());
  EXPECT_LE(title.size(), 124U);
  EXPECT_TRUE(title.ends_with(" ferry ...")) << title;
}

TEST(Omissions, are_counted_and_nothing_is_listed_that_is_none) {
  HandStory story("A: Ada Holm: it sank\nB: -: it sank");
  Account account = account_of(story);
  std::vector<Marks> marks(2);
  marks[1].attributions.emplace_back();  // somebody says it, and the text does not name who
  account.articles[0].published = parse_moment("2031-05-05");
  const auto printed = [&](const std::vector<bool>& removed) {
    std::string text;
    for (const Omission& omission : omissions_of(account, marks, removed))
      text += fmt::format("{} {}\n", omission.count, omission.what);
    return text;
  };
  EXPECT_EQ(printed({false, false}),
            "1 articles without a publication day: their relative times are resolved against other dates\n"
            "1 statements whose speaker the text does not name\n");
  EXPECT_EQ(printed({false, true}), "");
}

TEST(Without, finds_what_a_reader_names) {
  HandStory story("A: Ada Holm: it sank\nB: Nordwire > Ode Brandt: it burnt\nC: -: it sank");
  const Account account = account_of(story);
  const struct {
    const char* asked;
    const char* found;
  } rows[] = {
      {"B", "article 1 claims"},
      {"Ada Holm", "source 1 claims"},
      {"ada holm", "source 1 claims"},
      {"Nordwire", "source 1 claims"},
      {"o2", "origin 1 claims"},
      {"c3", "claim 1 claims"},
      {"Nobody Such", " 0 claims"},
      {"", " 0 claims"},
      {"c99", " 0 claims"},
  };
  for (const auto& row : rows) {
    const LeftOut found = find_left_out(account, row.asked);
    EXPECT_EQ(fmt::format("{} {} claims", found.what, found.claims.size()), row.found) << row.asked;
  }
}

TEST(Without, a_point_loses_only_what_was_left_out) {
  HandStory story("A: Ada Holm: nine drowned\nB: Ode Brandt: nine drowned\nC: Ode Brandt: nine drowned");
  const Evidence evidence = story.evidence();
  const Account full = narrate(evidence, measure(evidence), {meaning(), order()});
  ASSERT_EQ(full.points.size(), 1U);
  const Account rest = narrate_without(full, evidence, {meaning(), order()}, {"Ode Brandt"});
  ASSERT_TRUE(rest.without);
  EXPECT_EQ(rest.claims.size(), 1U);
  EXPECT_EQ(rest.without->claims, 2U);
  EXPECT_TRUE(rest.without->lost.empty());
  ASSERT_EQ(rest.without->changed.size(), 1U);
  EXPECT_EQ(rest.without->changed[0].reporters.max, 3U);
  EXPECT_EQ(rest.points[0].reporters.max, 1U);
  EXPECT_EQ(rest.articles.size(), 3U) << "a source was left out, and no report";
}

TEST(Without, a_point_that_stood_on_one_report_is_lost_with_it) {
  HandStory story("A: Ada Holm: nine drowned\nB: Ode Brandt: the pier burnt");
  const Evidence evidence = story.evidence();
  const Account full = narrate(evidence, measure(evidence), {meaning(), order()});
  const Account rest = narrate_without(full, evidence, {meaning(), order()}, {"B"});
  ASSERT_TRUE(rest.without);
  EXPECT_EQ(rest.articles.size(), 1U);
  EXPECT_EQ(rest.claims.size(), 1U);
}

}  // namespace
}  // namespace hearsay
