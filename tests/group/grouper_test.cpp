#include "group/grouper.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace hearsay {
namespace {

Article article(const std::string& id, const std::string& published, const std::string& title,
                const std::string& text) {
  Article made;
  made.id = id;
  made.published = parse_moment(published);
  if (!title.empty()) made.title = title;
  made.text = text;
  return made;
}

// Words no story shares by chance: made from a seed.
std::string invented(unsigned seed, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    seed = seed * 1664525U + 1013904223U;
    for (unsigned letters = seed >> 8, n = 0; n < 4; ++n, letters /= 20) {
      text += "bcdfgklmnprstvz"[letters % 15];
      text += "aeiou"[letters / 15 % 5];
    }
    text += i % 12 == 11 ? ". " : " ";
  }
  return text;
}

const std::string ferry =
    "The ferry Solvang ran onto a sandbank outside Port Aster before dawn with ninety people on board. Tugs from the "
    "harbour pulled Solvang free at high water. The shipping company blamed a broken rudder cable found by divers.";
const std::string ferry_again =
    "Divers in Port Aster have found a broken rudder cable under the ferry Solvang, which tugs had to pull off a "
    "sandbank. "
    "The shipping company said all ninety people on board were brought ashore from the stranded ferry.";
const std::string mine =
    "A tunnel of the Tarnfoss copper mine collapsed on the night shift. Rescuers drilled a narrow shaft and heard "
    "knocking "
    "from four miners. The mine was closed for an inspection of its timber props last spring.";

std::vector<Article> small_stream() {
  return {article("a", "2031-05-02", "Ferry Solvang strands off Port Aster", ferry),
          article("b", "2031-05-02", "Miners trapped in Tarnfoss", mine),
          article("c", "2031-05-03", "Cable broke on stranded ferry Solvang", ferry_again),
          article("d", "2031-05-03", "", invented(7, 80))};
}

// Stories as "a c|b|d", their ids left out.
std::string printed(const std::vector<Story>& stories, const std::vector<std::string>& ids) {
  std::string result;
  for (const Story& story : stories) {
    result += result.empty() ? "" : "|";
    for (std::size_t i = 0; i < story.articles.size(); ++i) result += (i > 0 ? " " : "") + ids[story.articles[i]];
  }
  return result;
}

std::string grouped(const std::vector<Article>& articles) {
  Grouper grouper({});
  std::vector<std::string> ids;
  for (const Article& next : articles) {
    grouper.add(next);
    ids.push_back(next.id);
  }
  return printed(grouper.stories(), ids);
}

// All that a story says, by id and not by number.
std::string told(const std::vector<Story>& stories, const std::vector<std::string>& ids) {
  std::string result;
  for (const Story& story : stories) {
    result += story.id + ":";
    for (const std::size_t number : story.articles) result += " " + ids[number];
    for (const Copy& copy : story.copies) {
      result +=
          fmt::format(" ({}>{} {} {:.4f} {})", ids[copy.from], ids[copy.to], to_text(copy.kind), copy.share, copy.why);
      for (const Passage& p : copy.passages)
        result += fmt::format(" {}-{}/{}-{}", p.from.begin, p.from.end, p.to.begin, p.to.end);
    }
    for (const MergedStory& merged : story.merged) result += " +" + merged.id;
    result += "\n";
  }
  return result;
}

TEST(grouper, puts_reports_of_one_event_together) { EXPECT_EQ(grouped(small_stream()), "a c|b|d"); }

TEST(grouper, nothing_gives_nothing) { EXPECT_EQ(grouped({}), ""); }

TEST(grouper, an_empty_body_is_a_story_of_its_own) {
  EXPECT_EQ(grouped({article("a", "", "", ""), article("b", "", "", ""), article("c", "", "", "...")}), "a|b|c");
}

TEST(grouper, a_late_article_joins) {
  auto articles = small_stream();
  articles.push_back(article("late", "2031-05-01", "Ferry strands", ferry_again + " Nobody was hurt."));
  EXPECT_EQ(grouped(articles), "a c late|b|d");
}

TEST(grouper, order_within_one_time_does_not_matter) {
  std::vector<Article> articles;
  for (unsigned i = 0; i < 40; ++i) {
    const std::string text = invented(i % 10, 60) + invented(100 + i, 25);
    articles.push_back(article(fmt::format("x{}", i), i < 20 ? "2031-05-02" : "2031-05-03", "", text));
  }
  const auto all = [](const std::vector<Article>& list) {
    Grouper grouper({});
    std::vector<std::string> ids;
    for (const Article& next : list) {
      grouper.add(next);
      ids.push_back(next.id);
    }
    return told(grouper.stories(), ids);
  };
  const std::string expected = all(articles);
  std::reverse(articles.begin(), articles.begin() + 20);
  std::rotate(articles.begin() + 20, articles.begin() + 27, articles.end());
  EXPECT_EQ(all(articles), expected);
}

TEST(grouper, finds_copies_and_their_passages_in_code_points) {
  Grouper grouper({});
  grouper.add(article("a", "2031-05-02", "", "Über alles: " + ferry));
  grouper.add(article("b", "2031-05-03", "", ferry));
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 1U);
  ASSERT_EQ(stories[0].copies.size(), 1U);
  const Copy& copy = stories[0].copies[0];
  EXPECT_EQ(copy.from, 0U);
  EXPECT_EQ(copy.to, 1U);
  EXPECT_TRUE(copy.direction_known);
  EXPECT_DOUBLE_EQ(copy.share, 1);
  ASSERT_EQ(copy.passages.size(), 1U);
  EXPECT_EQ(copy.passages[0].from, (Span{12, 12 + ferry.size() - 1}));
  EXPECT_EQ(copy.passages[0].to, (Span{0, ferry.size() - 1}));
}

TEST(grouper, lines_that_many_articles_share_make_no_copies) {
  const std::string footer =
      " Sign up to our letter and never miss a story again. All rights reserved by the Harbor Herald and its partners.";
  Grouper grouper({});
  for (unsigned i = 0; i < 60; ++i)
    grouper.add(article(fmt::format("x{}", i), "2031-05-02", "", invented(i, 22) + footer));
  std::size_t late_copies = 0;
  for (const Story& story : grouper.stories()) {
    for (const Copy& copy : story.copies) late_copies += std::max(copy.from, copy.to) > 45 ? 1 : 0;
  }
  EXPECT_EQ(late_copies, 0U);
}

TEST(grouper, strange_dates_move_nothing) {
  Grouper grouper({.window_days = 5});
  std::vector<std::string> ids;
  const auto add = [&](const Article& next) {
    grouper.add(next);
    ids.push_back(next.id);
  };
  add(article("a", "2031-05-02", "Ferry Solvang strands off Port Aster", ferry));
  add(article("old", "1970-01-01", "", invented(1, 50)));
  add(article("far", "2099-01-01", "", invented(2, 50)));
  add(article("c", "2031-05-03", "Cable broke on stranded ferry Solvang", ferry_again));
  EXPECT_EQ(printed(grouper.stories(), ids), "a c|old|far");
}

TEST(grouper, what_is_older_than_the_window_is_finished) {
  Grouper grouper({.window_days = 3});
  for (unsigned day = 1; day <= 28; ++day) {
    for (unsigned i = 0; i < 20; ++i) {
      grouper.add(
          article(fmt::format("d{}-{}", day, i), fmt::format("2031-05-{:02}", day), "", invented(day * 100 + i, 40)));
    }
  }
  EXPECT_EQ(grouper.stories().size(), 560U);
  const auto finished = grouper.take_finished();
  EXPECT_GE(finished.size(), 400U);
  EXPECT_LE(finished.size(), 500U);
  EXPECT_EQ(grouper.stories().size(), 560U - finished.size());
  EXPECT_TRUE(grouper.take_finished().empty());
}

TEST(grouper, goes_on_from_a_saved_state_as_if_never_stopped) {
  std::vector<Article> articles;
  for (unsigned i = 0; i < 120; ++i) {
    articles.push_back(article(fmt::format("x{}", i), fmt::format("2031-05-{:02}", 1 + i / 9), "",
                               invented(i % 17, 50) + invented(1000 + i, 30)));
  }
  std::vector<std::string> ids;
  for (const Article& next : articles) ids.push_back(next.id);
  Grouper whole({.window_days = 6});
  for (const Article& next : articles) whole.add(next);
  const std::string expected = told(whole.stories(), ids);
  for (const std::size_t stop : {1U, 50U, 58U, 119U}) {
    std::stringstream state;
    {
      Grouper first({.window_days = 6});
      for (std::size_t i = 0; i < stop; ++i) first.add(articles[i]);
      first.save(state);
    }
    Grouper second({});
    second.load(state);
    for (std::size_t i = stop; i < articles.size(); ++i) second.add(articles[i]);
    EXPECT_EQ(told(second.stories(), ids), expected) << "stopped after " << stop;
  }
}

TEST(grouper, refuses_a_damaged_state) {
  Grouper grouper({});
  for (const Article& next : small_stream()) grouper.add(next);
  std::stringstream state;
  grouper.save(state);
  const std::string bytes = state.str();
  for (const std::size_t size : {std::size_t(0), std::size_t(3), std::size_t(40), bytes.size() / 2, bytes.size() - 1}) {
    std::stringstream part(bytes.substr(0, size));
    Grouper other({});
    EXPECT_THROW(other.load(part), std::runtime_error) << size;
  }
}

TEST(grouper, ten_thousand_identical_articles_are_one_story_and_few_copies_each) {
  Grouper grouper({});
  for (unsigned i = 0; i < 10000; ++i) {
    grouper.add(
        article(fmt::format("x{}", i), fmt::format("2031-05-02T{:02}:{:02}:00Z", i / 600, i / 10 % 60), "", ferry));
  }
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 1U);
  EXPECT_EQ(stories[0].articles.size(), 10000U);
  EXPECT_GE(stories[0].copies.size(), 9999U);
  EXPECT_LE(stories[0].copies.size(), 120000U);
}

}  // namespace
}  // namespace hearsay
