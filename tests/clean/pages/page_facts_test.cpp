#include "clean/pages/page_facts.h"

#include "clean/markup/html_tree.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string told(const std::string& page, const std::optional<std::string>& address = std::nullopt) {
  const PageFacts facts = find_facts(page, parse_html(page), address);
  std::string text;
  const auto add = [&](const char* name, const std::string& value, const std::string& where) {
    text += (text.empty() ? "" : "; ") + std::string(name) + " " + value + " (" + where + ")";
  };
  if (facts.title) add("title", facts.title->value, facts.title->where);
  if (facts.outlet) add("outlet", facts.outlet->value, facts.outlet->where);
  if (facts.language) add("language", facts.language->value, facts.language->where);
  if (facts.published) add("published", to_iso(facts.published->value), facts.published->where);
  if (facts.modified) add("modified", to_iso(facts.modified->value), facts.modified->where);
  for (const auto& author : facts.authors) add("author", author.value, author.where);
  for (const auto& origin : facts.origins) add("origin", origin.value, origin.where);
  return text;
}

TEST(PageFactsOrderTest, a_title_is_taken_from_the_most_trusted_place) {
  const std::string linked = "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"J\"}</script>";
  const std::string og = "<meta property=og:title content=O>";
  const std::string twitter = "<meta name=twitter:title content=T>";
  const std::string h1 = "<h1>H</h1>";
  const std::string title = "<title>S</title>";
  EXPECT_EQ(told(title + h1 + twitter + og + linked), "title J (JSON-LD headline)");
  EXPECT_EQ(told(title + h1 + twitter + og), "title O (meta og:title)");
  EXPECT_EQ(told(title + h1 + twitter), "title T (meta twitter:title)");
  EXPECT_EQ(told(title + h1), "title H (h1)");
  EXPECT_EQ(told(title), "title S (title)");
  EXPECT_EQ(told(""), "");
}

TEST(PageFactsOrderTest, a_title_is_made_fit_to_be_read) {
  const struct {
    const char* page;
    const char* printed;
  } rows[] = {
      {"<h1> The  road\n is <i>shut</i> </h1>", "title The road is shut (h1)"},
      {"<h1>A &amp; B</h1>", "title A & B (h1)"},
      {"<meta property=og:title content='A &quot;B&quot;'>", "title A \"B\" (meta og:title)"},
      {"<meta property=og:title content=' '><h1>H</h1>", "title H (h1)"},
      {"<h1> </h1><title>S</title>", "title S (title)"},
      {"<h1>first</h1><h1>second</h1>", "title first (h1)"},
      {"<meta property=OG:TITLE content=O>", "title O (meta og:title)"},
      {"<title>The road is shut | Quay Gazette</title>", "title The road is shut (title)"},
      {"<title>The road is shut - Quay Gazette</title>", "title The road is shut (title)"},
      {"<title>The road is shut » Quay</title>", "title The road is shut (title)"},
      {"<title>Shut - the road along the coast of Orre</title>",
       "title Shut - the road along the coast of Orre (title)"},
      {"<meta property=og:title content='Shut - Quay Gazette'><meta property=og:site_name content='Quay Gazette'>",
       "title Shut (meta og:title); outlet Quay Gazette (meta og:site_name)"},
      {"<meta property=og:title content='Shut - the Quay Gazette'><meta property=og:site_name content='Quay Gazette'>",
       "title Shut - the Quay Gazette (meta og:title); outlet Quay Gazette (meta og:site_name)"},
      {"<title>The coast-road is shut</title>", "title The coast-road is shut (title)"},
  };
  for (const auto& row : rows) EXPECT_EQ(told(row.page), row.printed) << row.page;
}

TEST(PageFactsOrderTest, an_outlet_is_a_host_or_else_a_name) {
  const struct {
    const char* page;
    const char* address;
    const char* printed;
  } rows[] = {
      {"", "https://www.quay.example/1", "outlet quay.example (address)"},
      {"<meta property=og:url content=https://quay.example/1>", "", "outlet quay.example (meta og:url)"},
      {"<meta property=og:site_name content=Quay>", "", "outlet Quay (meta og:site_name)"},
      {"<meta property=og:site_name content=Quay>", "https://q.example/", "outlet q.example (address)"},
      {"<link rel=canonical href=/1><meta property=og:url content=https://quay.example/1>", "",
       "outlet quay.example (meta og:url)"},
      {"<link rel=canonical href='https://m.quay.example/1'>", "https://www.quay.example/1",
       "outlet quay.example (address)"},
      {"<link rel=canonical href='https://quay.example/1'>", "https://news.quay.example/1",
       "outlet news.quay.example (address)"},
      {"<link rel=canonical href='https://myquay.example/1'>", "https://quay.example/1",
       "outlet quay.example (address); origin https://myquay.example/1 (link canonical)"},
      {"<meta name=original-source content='The Wire'>", "", "origin The Wire (meta original-source)"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(told(row.page, *row.address ? std::optional<std::string>(row.address) : std::nullopt), row.printed)
        << row.page;
}

TEST(PageFactsOrderTest, a_language_is_taken_from_the_most_trusted_place) {
  const struct {
    const char* page;
    const char* printed;
  } rows[] = {
      {"<html lang=en-GB><meta property=og:locale content=de_DE>", "language en (html lang)"},
      {"<html lang=''><meta property=og:locale content=de_DE>", "language de (meta og:locale)"},
      {"<html lang=english><meta http-equiv=content-language content=fr>", "language fr (meta content-language)"},
      {"<script type='application/ld+json'>{\"@type\":\"Article\",\"inLanguage\":\"sv\"}</script><meta "
       "property=og:locale content=de_DE>",
       "language sv (JSON-LD inLanguage)"},
      {"<p lang=fr>x", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(told(row.page), row.printed) << row.page;
}

TEST(PageFactsOrderTest, an_author_is_a_name_and_no_address) {
  const struct {
    const char* page;
    const char* printed;
  } rows[] = {
      {"<meta name=author content='Ann Bo'>", "author Ann Bo (meta author)"},
      {"<meta name=author content='https://quay.example/ann'><meta name=byl content='By Ann Bo'>",
       "author By Ann Bo (meta byl)"},
      {"<meta name=author content='Ann Bo'><meta name=dc.creator content='Cy Dun'>", "author Ann Bo (meta author)"},
      {"<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[\"Ann\",\"Cy\"]}</script><meta "
       "name=author content=X>",
       "author Ann (JSON-LD author); author Cy (JSON-LD author)"},
  };
  for (const auto& row : rows) EXPECT_EQ(told(row.page), row.printed) << row.page;
}

TEST(PageFactsOrderTest, a_time_in_utc_gets_the_zone_of_the_clock_beside_it) {
  const std::string meta = "<meta property=article:published_time content=2031-05-05T02:30:00Z>";
  const struct {
    const char* page;
    const char* printed;
  } rows[] = {
      {"<time datetime=2031-05-05T02:30:00Z>May 4, 2031 10:30 pm</time>", "2031-05-04T22:30:00-04:00"},
      {"<time datetime=2031-05-04T22:30:00-04:00>x</time>", "2031-05-04T22:30:00-04:00"},
      {"<time datetime=2031-05-05T02:30:00Z>5 May 2031, 08:00</time>", "2031-05-05T08:00:00+05:30"},
      {"<time datetime=2031-05-05T03:30:00Z>May 4, 2031 10:30 pm</time>", "2031-05-05T02:30:00Z"},  // another time
      {"<time datetime=2031-05-05T02:30:00Z>May 4, 2031 10:31 pm</time>", "2031-05-05T02:30:00Z"},  // no zone has it
      {"<time datetime=2031-05-05T02:30:00Z>9 May 2031, 08:00</time>", "2031-05-05T02:30:00Z"},
      {"<time datetime=2031-05-05T02:30:00Z>yesterday</time>", "2031-05-05T02:30:00Z"},
      {"", "2031-05-05T02:30:00Z"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(told(meta + row.page), std::string("published ") + row.printed + " (meta article:published_time)")
        << row.page;
}

TEST(PageFactsOrderTest, the_pages_country_says_which_number_is_the_month) {
  const std::string day = "<h1>H</h1><p class=date>3/4/2031</p>";
  const auto published = [](const std::string& page, const char* address) {
    const PageFacts facts = find_facts(page, parse_html(page), address);
    return facts.published ? to_iso(facts.published->value) : "-";
  };
  EXPECT_EQ(published("<html lang=en>" + day, "https://q.example.com/"), "2031-03-04");
  EXPECT_EQ(published("<html lang=en>" + day, "https://q.example.co.uk/"), "2031-04-03");
  EXPECT_EQ(published("<html lang=en><meta http-equiv=content-language content=en-GB>" + day, "https://q.example.com/"),
            "2031-04-03");
  EXPECT_EQ(published("<html lang=en><meta property=og:locale content=en_US>" + day, "https://q.example/"),
            "2031-03-04");
  EXPECT_EQ(published("<html lang=de>" + day, "https://q.example.com/"), "2031-04-03");
}

TEST(PageFactsOrderTest, a_date_is_taken_from_the_most_trusted_place) {
  const struct {
    const char* page;
    const char* printed;
  } rows[] = {
      {"<meta name=date content=2031-05-04><meta name=pubdate content=2031-05-05>",
       "published 2031-05-05 (meta pubdate)"},
      {"<meta name=date content=2031-05-04><span itemprop=datePublished>5 May 2031</span>",
       "published 2031-05-05 (microdata datePublished)"},
      {"<aside><time class=published datetime=2031-05-04>x</time></aside><meta name=date content=2031-05-05>",
       "published 2031-05-05 (meta date)"},
      {"<meta name=pubdate content=soon><meta name=date content=2031-05-04>", "published 2031-05-04 (meta date)"},
      {"<meta property=article:modified_time content=2031-05-06>",
       "published 2031-05-06 (meta article:modified_time); modified 2031-05-06 (meta article:modified_time)"},
      {"<meta name=date content=2031-05-04><meta name=lastmod content=2031-05-06>",
       "published 2031-05-04 (meta date); modified 2031-05-06 (meta lastmod)"},
      {"<time pubdate datetime=2031-05-05>yesterday</time>", "published 2031-05-05 (time)"},
      {"<time class=published-on>5 May 2031</time>", "published 2031-05-05 (time)"},
      {"<time datetime=2031-05-04>x</time><time class=posted datetime=2031-05-05>x</time>",
       "published 2031-05-05 (time)"},
      {"<span itemprop=dateModified content=2031-05-06>x</span><span itemprop=datePublished "
       "content=2031-05-05>x</span>",
       "published 2031-05-05 (microdata datePublished); modified 2031-05-06 (microdata dateModified)"},
      {"<script>var a={\"publishedAt\":\"2031-05-05\"}</script>", "published 2031-05-05 (script publishedAt)"},
      {"<script>var a={\"publishedAt\":\"2031-05-05\"}</script><time pubdate>6 May 2031</time>",
       "published 2031-05-06 (time)"},
      {"<p>The road was shut on 5 May 2031.</p>", ""},  // an event's
      {"<p>4 May 2031</p><h1>H</h1><p>5 May 2031</p>", "title H (h1); published 2031-05-05 (shown)"},
      {"<p class=byline>5 May 2031</p><p class=posted>6 May 2031</p>", "published 2031-05-06 (shown in \"posted \")"},
      {"<time datetime=2031-05-04>x</time><h1>H</h1><time datetime=2031-05-05>x</time>",
       "title H (h1); published 2031-05-05 (time)"},
      {"<script>// 5 May 2031</script><p>no day</p>", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(told(row.page), row.printed) << row.page;
}

}  // namespace
}  // namespace hearsay
