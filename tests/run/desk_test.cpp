#include "run/desk.h"

#include "capture/scratch_folder.h"
#include "persist/articles.h"
#include "persist/changes.h"
#include "persist/stories.h"
#include "run/watch.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace hearsay {
namespace {

// Four events that are told in turn; the second report of each is a copy of the first.
Article report_of(std::size_t number) {
  static const std::vector<std::string> events = {
      "The ferry Solvang ran onto a sandbank outside Port Aster before dawn with ninety people on board, the harbour "
      "said.",
      "A tunnel of the Tarnfoss copper mine collapsed on the night shift and four miners knocked on the pipes.",
      "The council of Tirkul raised the price of bread by a third, the treasurer Josef Kalm told reporters in Tirkul.",
      "The river Orlen burst its banks at Marn and fourteen bridges were damaged, governor Ilse Ravnkilde said."};
  Article article;
  article.id = fmt::format("a{}", number);
  article.location = fmt::format("https://post.example/{}", number);
  article.outlet = fmt::format("outlet{}.example", number % 3);
  article.published = Moment{Day(std::chrono::days(22000 + number / 8)), std::chrono::seconds(number * 60)};
  article.language = "en";
  article.text = events[number % 4];
  if (number >= 8) article.text += fmt::format(" Reader {} of street {} wrote to us on it.", number, number * 7);
  return article;
}

std::string stories_in(const StoreReader& store) {
  std::string all;
  for (const std::size_t number : all_stories(store)) {
    const Story story = grouped_story(store, number);
    all += story.id + ":";
    for (const std::size_t article : story.articles) all += fmt::format(" {}", article);
    for (const Copy& copy : story.copies) all += fmt::format(" {}>{} {}", copy.from, copy.to, copy.why);
    all += "\n";
  }
  return all;
}

TEST(Desk, what_a_store_holds_does_not_depend_on_where_runs_ended) {
  const ScratchFolder folder;
  Store whole(folder.file("whole.db"));
  Desk one(whole, [] { return 1000; });
  for (std::size_t i = 0; i < 32; ++i) EXPECT_EQ(one.take(report_of(i)), Desk::Fate::added);
  one.finish();
  for (const std::size_t pause : {1U, 3U, 20U}) {
    Store store(folder.file(fmt::format("after{}.db", pause)));
    auto desk = std::make_unique<Desk>(store, [] { return 1000; });
    for (std::size_t i = 0; i < 32; ++i) {
      desk->take(report_of(i));
      if (i % pause != 0) continue;
      desk->commit();
      desk->take(report_of(i + 1));  // not complete, and gone with the run
      desk.reset();
      desk = std::make_unique<Desk>(store, [] { return 1000; });
    }
    desk->finish();
    EXPECT_EQ(stories_in(store), stories_in(whole));
    EXPECT_TRUE(check(store).empty());
  }
}

TEST(Desk, an_article_is_known_again) {
  Article article;
  const struct {
    const char* location;
    const char* id;
    const char* identity;
  } rows[] = {
      {"https://post.example/vell", "guid-1", "https://post.example/vell"},
      {"https://post.example/live", "https://post.example/live/3", "https://post.example/live/3"},  // a post
      {"https://post.example/news/3", "https://post.example/news/3", "https://post.example/news/3"},
      {"/news/day.jsonl:12", "vell", "/news/day.jsonl\nvell"},
      {"/news/./vell.txt", "vell", "/news/vell.txt\nvell"},
      {"/news/10:30", "vell", "/news/10\nvell"},  // like a line of a file, which changes nothing
  };
  for (const auto& row : rows) {
    article.location = row.location;
    article.id = row.id;
    EXPECT_EQ(identity_of(article), row.identity);
  }
}

TEST(Desk, a_text_that_is_put_back_is_a_version_too) {
  const ScratchFolder folder;
  Store store(folder.file("a.db"));
  Desk desk(store, [] { return 1000; });
  Article first = report_of(0), other = first;
  other.text += " Nobody was hurt.";
  EXPECT_EQ(desk.take(first), Desk::Fate::added);
  EXPECT_EQ(desk.take(other), Desk::Fate::changed);
  EXPECT_EQ(desk.take(other), Desk::Fate::again);
  EXPECT_EQ(desk.take(first), Desk::Fate::changed);
  desk.finish();
  EXPECT_EQ(versions_of_article(store, 1).size(), 3U);
  std::string kinds;
  for (const ChangeLine& line : list_changes(store, {})) kinds += line.change.kind + " ";
  EXPECT_EQ(kinds, "added dropped ");
}

std::string feeds_in(std::string_view list) {
  const auto feeds = read_feed_list(list);
  if (!feeds) return feeds.error();
  std::string all;
  for (const WatchedFeed& feed : *feeds) all += fmt::format("{} {}; ", feed.address, feed.every);
  return all;
}

TEST(Watch, reads_lists_of_feeds) {
  const struct {
    const char* list;
    const char* expected;
  } rows[] = {
      {"https://a.example/feed\n\n# none\nhttp://b.example 5m # ours\n",
       "https://a.example/feed 0; http://b.example 300; "},
      {"https://a.example/feed#part\t2h\r\nhttps://a.example/feed#part", "https://a.example/feed#part 7200; "},
      {"<opml version='2.0'><body><outline xmlUrl='https://a.example/'/><outline xmlUrl='file:///etc'/></body></opml>",
       "https://a.example/ 0; "},
      {"a.example/feed", "line 1 is not an http or https address"},
      {"https://a.example/\nhttps://b.example/ soon",
       "line 2 has something after the address that is not a time such as 15m or 2h"},
      {"", "names no feed"},
      {"<rss version='2.0'><channel><item><title>x</title></item></channel></rss>",
       "is itself a feed, not a list of feeds"},
  };
  for (const auto& row : rows) EXPECT_EQ(feeds_in(row.list), row.expected) << row.list;
}

TEST(Watch, reads_spans_of_time) {
  const struct {
    const char* word;
    std::int64_t seconds;  // 0: none
  } rows[] = {{"90s", 90}, {"15m", 900}, {"2h", 7200}, {"366d", 31622400}, {"1", 0},  {"m", 0},
              {"0m", 0},   {"-1m", 0},   {"1.5h", 0},  {"367d", 0},        {"1w", 0}, {"99999999999999999999s", 0}};
  for (const auto& row : rows) EXPECT_EQ(parse_span(row.word).value_or(0), row.seconds) << row.word;
}

}  // namespace
}  // namespace hearsay
