#include "clean/clean.h"
#include "clean/markup/html_tree.h"
#include "clean/pages/main_text.h"
#include "clean/pages/page_facts.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace hearsay {
namespace {

const std::string paragraph =
    "The bridge over the Wennel was closed on Monday, the town said, and nobody was hurt there.";

std::string text_of(const std::string& page) { return find_main_text(page, parse_html(page)).text(); }

// The article's paragraphs within what stands around them.
std::string around(const std::string& before, const std::string& inside, const std::string& after) {
  const std::string p = "<p>" + paragraph + "</p>";
  return "<body>" + before + "<div class=story>" + p + p + inside + p + p + "</div>" + after + "</body>";
}

std::string paragraphs(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i ? "\n" : "") + paragraph;
  return text;
}

TEST(MainTextTest, what_is_not_the_article_is_left_out) {
  const std::string lines[] = {
      "<nav><a href=/>Home</a> <a href=/b>Boats</a></nav>",
      "<aside><p>Ten boats that sank this year, and what their owners say about it today.</p></aside>",
      "<div class=\"newsletter-signup\"><p>Get the morning's stories in your mail, every day, for nothing.</p></div>",
      "<div id=relatedArticles><p>The other bridge over the other river was closed as well.</p></div>",
      "<figure><img src=a><figcaption>The bridge on Monday, seen from the town.</figcaption></figure>",
      "<ul><li><a href=/1>The other bridge</a></li><li><a href=/2>The ferry</a></li></ul>",
      "<p style=\"display: none\">Seen by nobody at all, whatever they do.</p>",
      "<script>var a = '<p>" + paragraph + "</p>';</script>",
      "<div class=share-bar><span>Share this with everybody you know and like.</span></div>",
      "<footer><p>The Wennel Post is printed on paper by people who like boats.</p></footer>",
  };
  for (const std::string& line : lines) {
    EXPECT_EQ(text_of(around(line, "", "")), paragraphs(4)) << line;
    EXPECT_EQ(text_of(around("", line, "")), paragraphs(4)) << line;
    EXPECT_EQ(text_of(around("", "", line)), paragraphs(4)) << line;
  }
}

TEST(MainTextTest, comments_are_left_out_though_they_are_longer_than_the_article) {
  std::string comments = "<div id=comments>";
  for (int i = 0; i < 50; ++i)
    comments += "<p>I was there as well, and it was quite another bridge, I am sure of it.</p>";
  const std::string page = around("", "<p>" + paragraph + paragraph + paragraph + "</p>", comments + "</div>");
  EXPECT_EQ(text_of(page).find("another bridge"), std::string::npos);
}

TEST(MainTextTest, the_article_is_kept_whole) {
  EXPECT_EQ(text_of(around("", "<h2>What the town said</h2>", "")),
            paragraphs(2) + "\nWhat the town said\n" + paragraphs(2));
  EXPECT_EQ(text_of(around("", "<ul><li>The first of the boats</li></ul>", "")),
            paragraphs(2) + "\nThe first of the boats\n" + paragraphs(2));
  EXPECT_EQ(text_of(around("", "<p>One<br>two   three&nbsp;<i>four</i></p>", "")),
            paragraphs(2) + "\nOne\ntwo three four\n" + paragraphs(2));
  const std::string part = "<div class=part><p>" + paragraph + "</p><p>" + paragraph + "</p></div>";
  EXPECT_EQ(text_of("<body><main>" + part + "<hr>" + part + part + "</main></body>"), paragraphs(6));
  EXPECT_EQ(text_of(""), "");
}

// What a browser shows of a text, byte by byte.
std::string shown_plainly(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool reference = text.substr(at).starts_with("&amp;");
    const bool space = std::string_view(" \n\t\r\f").find(text[at]) != std::string_view::npos;
    if (space && (shown.empty() || shown.back() == ' ')) continue;
    shown += space ? ' ' : text[at];
    if (reference) at += 4;
  }
  if (shown.ends_with(' ')) shown.pop_back();
  return shown;
}

TEST(MainTextTest, a_text_is_shown_as_browsers_do_wherever_its_white_space_and_references_stand) {
  const std::string_view parts[] = {
      "a", "the bridge over the river was closed on Monday", " ", " ", "\n", "\t", "\f", "&amp;", "& ", "é", "\v"};
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t left = random() % 16; left > 0; --left) text += parts[random() % std::size(parts)];
    const std::string page = "<p>" + text + "</p>";
    const AlignedText found = find_whole_text(page, parse_html(page));
    EXPECT_EQ(found.text(), shown_plainly(text));
    for (const AlignedText::Run& run : found.runs()) {
      if (run.clean.size() == run.raw.size() && run.clean.size() > 1) {
        EXPECT_EQ(words_at(found.text(), run.clean), words_at(page, run.raw));
      }
    }
  }
}

TEST(MainTextTest, white_space_written_as_a_reference_is_white_space) {
  const std::string page = "<p>one&NewLine;two&#32; &Tab;three&nbsp;&#10;four";
  EXPECT_EQ(find_whole_text(page, parse_html(page)).text(), "one two three four");
}

TEST(MainTextTest, a_page_of_references_alone_is_cut_and_says_so) {
  Record record;
  record.kind = Record::Kind::html;
  record.content = "<p>" + std::string(2'500'000, '&');
  const auto articles = clean(std::move(record), Care{.text_only = true});
  ASSERT_TRUE(articles);
  EXPECT_EQ(articles->front().text.size(), 2'000'000u);
  EXPECT_EQ(articles->front().statements.back().what, "left out");
}

TEST(LiveBlogTest, a_live_blog_is_split_into_its_posts) {
  const std::string p = "<p>" + paragraph + "</p>";
  std::string page =
      "<body><script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\"}</script><h1>The flood</h1><main>" +
      p + p + "<div>";
  for (const char* time : {"10:05", "10:20", "11:00"})
    page += std::string("<div><h3>News of ") + time + "</h3><time datetime=\"2031-05-05T" + time + ":00Z\">" + time +
            "</time>" + p + "</div>";
  Record record;
  record.id = "flood";
  record.kind = Record::Kind::html;
  record.content = page + "</div></main>";
  const auto articles = clean(std::move(record));
  ASSERT_TRUE(articles);
  std::string listed;
  for (const Article& article : *articles)
    listed += article.id + "|" + article.title.value_or("-") + "|" +
              (article.published ? to_iso(*article.published) : "-") + "\n" + article.text + "\n";
  EXPECT_EQ(listed, "flood|The flood|2031-05-05\n" + paragraph + "\n" + paragraph +
                        "\nflood/1|News of 10:05|2031-05-05T10:05:00Z\nNews of 10:05\n" + paragraph +
                        "\nflood/2|News of 10:20|2031-05-05T10:20:00Z\nNews of 10:20\n" + paragraph +
                        "\nflood/3|News of 11:00|2031-05-05T11:00:00Z\nNews of 11:00\n" + paragraph + "\n");
}

std::string facts_of(const std::string& page, const std::optional<std::string>& address = std::nullopt) {
  const PageFacts facts = find_facts(page, parse_html(page), address);
  std::string result;
  const auto add = [&](const char* name, const auto& fact) {
    if (fact) result += std::string(name) + "=" + fact->value + " (" + fact->where + ") ";
  };
  add("title", facts.title);
  add("outlet", facts.outlet);
  if (facts.published) result += "published=" + to_iso(facts.published->value) + " (" + facts.published->where + ") ";
  for (const auto& origin : facts.origins) result += "origin=" + origin.value + " (" + origin.where + ") ";
  return result;
}

TEST(PageFactsTest, each_value_says_where_it_came_from) {
  EXPECT_EQ(facts_of(R"(<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle",
      "headline":"A &amp; B","datePublished":"2031-05-05T10:00:00Z","isBasedOn":"https://wire.example/1"}]}</script><h1>C</h1>)"),
            "title=A & B (JSON-LD headline) published=2031-05-05T10:00:00Z (JSON-LD datePublished) "
            "origin=https://wire.example/1 (JSON-LD isBasedOn) ");
  EXPECT_EQ(
      facts_of(
          R"(<script type="application/ld+json">{"headline":"A", broken "datePublished" : "2031-05-05"}</script>)"),
      "title=A (JSON-LD headline) published=2031-05-05 (JSON-LD datePublished) ");
  EXPECT_EQ(facts_of(R"(<meta property="og:title" content="A"><meta name="date" content="2031-05-04">
      <meta property="article:published_time" content="2031-05-05"><meta name=syndication-source content="https://wire.example/2">)"),
            "title=A (meta og:title) published=2031-05-05 (meta article:published_time) "
            "origin=https://wire.example/2 (meta syndication-source) ");
  EXPECT_EQ(facts_of("<title>A - Wennel Post</title><h1>A</h1><span itemprop=datePublished>5 May 2031</span>"),
            "title=A (h1) published=2031-05-05 (microdata datePublished) ");
  EXPECT_EQ(facts_of("<title>The bridge is closed | Wennel Post</title><p class=date>5 May 2031</p>"),
            "title=The bridge is closed (title) published=2031-05-05 (shown in \"date \") ");
  EXPECT_EQ(facts_of("<link rel=canonical href='https://www.a.example/2031/05/05/b'>"),
            "outlet=a.example (link canonical) published=2031-05-05 (address) ");
}

TEST(PageFactsTest, a_long_heading_is_cut_between_characters) {
  std::string heading = "x";
  for (int i = 0; i < 400; ++i) heading += "é";
  const std::string facts = facts_of("<h1>" + heading + "</h1>");
  EXPECT_EQ(facts.substr(0, 11), "title=xéé");
  EXPECT_FALSE(first_broken_byte(facts));
}

TEST(PageFactsTest, a_canonical_address_elsewhere_is_an_origin) {
  EXPECT_EQ(facts_of("<link rel=canonical href='https://wire.example/1'>", "https://www.a.example/1"),
            "outlet=a.example (address) origin=https://wire.example/1 (link canonical) ");
  EXPECT_EQ(facts_of("<link rel=canonical href='https://a.example/1'>", "https://www.a.example/1?x"),
            "outlet=a.example (address) ");
}

TEST(PageFactsTest, the_address_corrects_a_date_that_is_far_off) {
  EXPECT_EQ(facts_of("<link rel=canonical href='https://a.example/2031/05/05/b'><meta name=date content=2011-01-01>"),
            "outlet=a.example (link canonical) published=2031-05-05 (address) ");
  EXPECT_EQ(facts_of("<link rel=canonical href='https://a.example/2031/05/05/b'><meta name=date content=2031-05-06>"),
            "outlet=a.example (link canonical) published=2031-05-06 (meta date) ");
}

TEST(PageFactsTest, american_pages_write_the_month_first) {
  EXPECT_EQ(facts_of("<html lang=en-US><h1>A</h1><p class=date>3/4/2031</p>"),
            "title=A (h1) published=2031-03-04 (shown in \"date \") ");
  EXPECT_EQ(facts_of("<html lang=en-GB><h1>A</h1><p class=date>3/4/2031</p>"),
            "title=A (h1) published=2031-04-03 (shown in \"date \") ");
}

}  // namespace
}  // namespace hearsay
