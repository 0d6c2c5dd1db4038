// When a page was published: what is made for machines goes before the address, that before what readers see. The names
// of elements and metas are those of data/page_dates.txt.
#include "clean/markup/html_tree.h"
#include "clean/pages/page_facts.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace hearsay {
namespace {

// "2031-05-03 (meta date)"; "none".
std::string published(const std::string& page, const std::optional<std::string>& address = std::nullopt) {
  const PageFacts facts = find_facts(page, parse_html(page), address);
  return facts.published ? to_iso(facts.published->value) + " (" + facts.published->where + ")" : "none";
}

std::string modified(const std::string& page) {
  const PageFacts facts = find_facts(page, parse_html(page), std::nullopt);
  return facts.modified ? to_iso(facts.modified->value) + " (" + facts.modified->where + ")" : "none";
}

TEST(PageDates, each_way_in_which_a_page_tells_it) {
  const struct {
    const char* page;
    const char* published;
  } rows[] = {
      {"<meta property='article:published_time' content='2031-05-03'>", "2031-05-03 (meta article:published_time)"},
      {"<meta name=DC.date.issued content='2031-05-03'>", "2031-05-03 (meta dc.date.issued)"},
      {"<meta name=pubdate content='3 May 2031'>", "2031-05-03 (meta pubdate)"},
      {"<meta itemprop=datePublished content='2031-05-03'>", "2031-05-03 (meta datepublished)"},
      {"<span itemprop=datePublished content='2031-05-03'>yesterday</span>", "2031-05-03 (microdata datePublished)"},
      {"<span itemprop=datePublished>3 May 2031</span>", "2031-05-03 (microdata datePublished)"},
      {"<time pubdate datetime='2031-05-03'>today</time>", "2031-05-03 (time)"},
      {"<time class=entry-date datetime='2031-05-03'>today</time>", "2031-05-03 (time)"},
      {"<script>var page = {\"publishDate\": \"2031-05-03\"};</script>", "2031-05-03 (script publishDate)"},
      {"<h1>The road is shut</h1><div class=byline>By Ada Holm, 3 May 2031</div>", "2031-05-03 (shown in \"byline \")"},
      {"<h1>The road is shut</h1><p>3 May 2031</p>", "2031-05-03 (shown)"},
      {"<h1>The road is shut</h1><p>It rained.</p>", "none"},
      {"", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(published(row.page), row.published) << row.page;
}

TEST(PageDates, the_newsroom_s_day_is_the_one_that_the_page_shows) {
  const struct {
    const char* utc;
    const char* shown;
    const char* published;
  } rows[] = {
      {"2031-05-03T23:15:00Z", "4 May 2031", "2031-05-04T00:15:00+01:00"},
      {"2031-05-03T00:23:00Z", "2 May 2031", "2031-05-02T23:23:00-01:00"},
      {"2031-05-03T04:30:00Z", "2 May 2031", "2031-05-02T23:30:00-05:00"},
      {"2031-05-03T23:15:00Z", "3 May 2031", "2031-05-03T23:15:00Z"},
      {"2031-05-03T23:15:00Z", "5 May 2031", "2031-05-03T23:15:00Z"},            // no clock is as far ahead
      {"2031-05-03T14:00:00Z", "2 May 2031", "2031-05-03T14:00:00Z"},            // ... or behind
      {"2031-05-03T23:15:00+00:30", "4 May 2031", "2031-05-03T23:15:00+00:30"},  // the page says how far ahead
      {"2031-05-03", "4 May 2031", "2031-05-03"},
  };
  for (const auto& row : rows) {
    const std::string page =
        std::string("<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"") + row.utc +
        "\"}</script><p itemprop=datePublished>" + row.shown + "</p>";
    EXPECT_EQ(published(page), std::string(row.published) + " (JSON-LD datePublished)") << row.utc << ' ' << row.shown;
  }
}

TEST(PageDates, the_surer_way_is_believed) {
  const std::string meta = "<meta property='article:published_time' content='2031-05-01'>";
  const std::string other = "<meta name=pubdate content='2031-05-02'>";
  const std::string linked =
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2031-05-03\"}</script>";
  const std::string element = "<time pubdate datetime='2031-05-04'>x</time>";
  const std::string shown = "<h1>H</h1><div class=byline>5 May 2031</div>";
  EXPECT_EQ(published(meta + other + linked + element + shown), "2031-05-03 (JSON-LD datePublished)");
  EXPECT_EQ(published(shown + element + other + meta), "2031-05-01 (meta article:published_time)");
  EXPECT_EQ(published(shown + element + other), "2031-05-02 (meta pubdate)");
  EXPECT_EQ(published(shown + element), "2031-05-04 (time)");
  EXPECT_EQ(published(shown), "2031-05-05 (shown in \"byline \")");
}

TEST(PageDates, near_the_headline_goes_before_elsewhere) {
  EXPECT_EQ(published("<div class=date>1 May 2031</div><h1>H</h1><div class=date>5 May 2031</div>"),
            "2031-05-05 (shown in \"date \")");
  EXPECT_EQ(published("<h1>H</h1><div class=stamp>1 May 2031</div><div class=posted>5 May 2031</div>"),
            "2031-05-05 (shown in \"posted \")")
      << "an element for the publication goes before one for some date";
}

TEST(PageDates, the_newsroom_s_day_is_the_one_in_the_address) {
  const std::string address = "https://post.example/2031/05/02/the-road";
  const auto page = [](const std::string& utc) {
    return "<meta property='article:published_time' content='" + utc + "'>";
  };
  EXPECT_EQ(published(page("2031-05-03T02:18:11Z"), address),
            "2031-05-02T23:18:11-03:00 (meta article:published_time)");
  EXPECT_EQ(published(page("2031-05-01T22:18:11Z"), address),
            "2031-05-02T00:18:11+02:00 (meta article:published_time)");
  EXPECT_EQ(published(page("2031-05-02T22:18:11Z"), address), "2031-05-02T22:18:11Z (meta article:published_time)");
  EXPECT_EQ(published(page("2031-05-03T14:00:00Z"), address), "2031-05-03T14:00:00Z (meta article:published_time)");
}

TEST(PageDates, an_address_is_right_where_the_page_is_far_off) {
  const std::string meta = "<meta name=pubdate content='2031-05-02'>";
  EXPECT_EQ(published(meta, "https://post.example/2031/05/01/the-road"), "2031-05-02 (meta pubdate)");
  EXPECT_EQ(published(meta, "https://post.example/2029/01/31/the-road"), "2029-01-31 (address)");
  EXPECT_EQ(published("<p>It rained.</p>", "https://post.example/2031/05/01/the-road"), "2031-05-01 (address)");
}

TEST(PageDates, a_change_is_no_publication_unless_nothing_else_is_told) {
  const std::string changed = "<meta property='article:modified_time' content='2031-05-09'>";
  EXPECT_EQ(modified(changed), "2031-05-09 (meta article:modified_time)");
  EXPECT_EQ(published(changed), "2031-05-09 (meta article:modified_time)");
  EXPECT_EQ(published(changed + "<meta name=pubdate content='2031-05-02'>"), "2031-05-02 (meta pubdate)");
  EXPECT_EQ(modified("<meta name=pubdate content='2031-05-02'>"), "none");
}

TEST(PageDates, the_first_number_is_the_month_on_american_pages) {
  const std::string date = "<meta name=pubdate content='5/3/2031'>";
  EXPECT_EQ(published("<html lang=en-US>" + date), "2031-05-03 (meta pubdate)");
  EXPECT_EQ(published("<html lang=en-GB>" + date), "2031-03-05 (meta pubdate)");
  EXPECT_EQ(published("<html lang=en>" + date, "https://post.example.com/road"), "2031-05-03 (meta pubdate)");
  EXPECT_EQ(published("<html lang=en>" + date, "https://post.example.co.uk/road"), "2031-03-05 (meta pubdate)");
}

TEST(PageDates, what_is_no_date_is_passed_over) {
  for (const char* value : {"", "soon", "2031-13-45", "99999999999999999999", "2031", "<b>"})
    EXPECT_EQ(published(std::string("<meta name=pubdate content='") + value + "'><p>It rained.</p>"), "none") << value;
}

}  // namespace
}  // namespace hearsay
