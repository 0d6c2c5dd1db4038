// What is beside RSS and Atom: JSON Feed, lists of addresses, and feeds that are broken.
#include "capture/formats/feed.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string told(const tl::expected<Feed, std::string>& feed) {
  if (!feed) return "error: " + feed.error();
  constexpr const char* kinds[] = {"items", "pages", "feeds"};
  std::string result = kinds[static_cast<int>(feed->kind)];
  for (const Record& record : feed->records) {
    result += " [" + record.id + "|" + record.url.value_or("-") + "|" + record.title.value_or("-") + "|" +
              record.published.value_or("-") + "|" + record.modified.value_or("-") + "|" + record.content;
    for (const std::string& author : record.authors) result += "|" + author;
    result += "]";
  }
  return result + (feed->fault.empty() ? "" : " (" + feed->fault + ")");
}

TEST(FeedListsTest, lists_of_addresses_are_read) {
  const struct {
    const char* xml;
    const char* printed;
  } rows[] = {
      {"<urlset><url><loc> https://q.example/1 </loc><lastmod>2031-05-06</lastmod></url><url/></urlset>",
       "pages [https://q.example/1|https://q.example/1|-|-|2031-05-06|] [|-|-|-|-|]"},
      {"<urlset xmlns:news=\"n\"><url><loc>https://q.example/1</loc><news:news><news:publication><news:name>Quay"
       "</news:name></news:publication><news:publication_date>2031-05-05</news:publication_date><news:title>A</"
       "news:title>"
       "</news:news></url></urlset>",
       "pages [https://q.example/1|https://q.example/1|A|2031-05-05|-|]"},
      {"<sitemapindex><sitemap><loc>https://q.example/s.xml</loc></sitemap><sitemap/></sitemapindex>",
       "feeds [https://q.example/s.xml|https://q.example/s.xml|-|-|-|]"},
      {"<opml><head/><body><outline text=\"a\"><outline "
       "xmlUrl=\"https://q.example/f\"/></outline><outline/></body></opml>",
       "feeds [https://q.example/f|https://q.example/f|-|-|-|]"},
      {"<opml/>", "feeds"},
  };
  for (const auto& row : rows) EXPECT_EQ(told(parse_feed(row.xml)), row.printed) << row.xml;
}

TEST(FeedListsTest, of_a_broken_feed_each_item_is_read_as_far_as_it_goes) {
  const std::string before = "<rss><channel><item><title>a</title></item>";
  const struct {
    std::string xml;
    const char* printed;
  } rows[] = {
      {before +
           "<item><title>b</b><link>https://q.example/2</link></item><item><title>c</title></item></channel></rss>",
       "items [|-|a|-|-|] [https://q.example/2|https://q.example/2|b|-|-|] [|-|c|-|-|]"},
      {before + "<item><title>b</title><description><p>one<p>two</description></item></channel></rss>",
       "items [|-|a|-|-|] [|-|b|-|-|<p>one<p>two</p></p>]"},
      {before + "<item><title>b</tit", "items [|-|a|-|-|] [|-|b|-|-|]"},
      {before + "<item><title>b</title><item><title>c</title></item></channel></rss>",
       "items [|-|a|-|-|] [|-|b|-|-|] [|-|c|-|-|]"},
      {"<rss><channel><item><description><![CDATA[</item><item>]]></description></item><b></channel></rss>",
       "items [|-|-|-|-|</item><item>]"},
  };
  for (const auto& row : rows) {
    const std::string found = told(parse_feed(row.xml));
    EXPECT_EQ(found.substr(0, found.find(" (is not XML")), row.printed) << row.xml;
    EXPECT_NE(found.find("is read as far as it goes"), std::string::npos) << row.xml;
  }
}

TEST(FeedListsTest, a_json_feed_is_read) {
  const std::string start = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"language\":\"de\",\"items\":[";
  EXPECT_TRUE(is_json_feed(start));
  EXPECT_FALSE(is_json_feed("{\"version\":1,\"text\":\"a\"}"));
  const struct {
    const char* items;
    const char* printed;
  } rows[] = {
      {R"({"id":"1","url":"https://q.example/1","title":"A & B","content_html":"<p>x</p>","date_published":"2031-05-05T10:00:00Z","date_modified":"2031-05-06T10:00:00Z","authors":[{"name":"Ida Orre"}]})",
       "items [1|https://q.example/1|A &amp; B|2031-05-05T10:00:00Z|2031-05-06T10:00:00Z|<p>x</p>|Ida Orre]"},
      {R"({"id":7,"content_text":"x < y"})", "items [7|-|-|-|-|x < y]"},
      {R"({"url":"https://q.example/1","summary":"x"},3,null)",
       "items [https://q.example/1|https://q.example/1|-|-|-|x]"},
      {"", "items"},
  };
  for (const auto& row : rows) EXPECT_EQ(told(parse_json_feed(start + row.items + "]}")), row.printed) << row.items;
  EXPECT_EQ(told(parse_json_feed("{\"items\":3}")), "error: is JSON, but not a feed");
  EXPECT_TRUE(told(parse_json_feed(start)).starts_with("error: is not JSON ("));
  const auto feed = parse_json_feed(start + R"({"content_text":"x"},{"content_html":"x","language":"en"}]})");
  EXPECT_EQ(feed->records[0].kind, Record::Kind::text);
  EXPECT_EQ(feed->records[0].language, "de");
  EXPECT_EQ(feed->records[1].kind, Record::Kind::fragment);
  EXPECT_EQ(feed->records[1].language, "en");
}

TEST(FeedListsTest, an_item_names_its_authors_and_its_change) {
  EXPECT_EQ(told(parse_feed(
                "<rss><channel><item><dc:creator>Ida Orre</dc:creator><author>b</author></item></channel></rss>")),
            "items [|-|-|-|-||Ida Orre|b]");
  EXPECT_EQ(told(parse_feed("<feed><entry><author><name>Ida Orre</name></author><published>2031-05-05</published>"
                            "<updated>2031-05-06</updated></entry></feed>")),
            "items [|-|-|2031-05-05|2031-05-06||Ida Orre]");
}

TEST(FeedListsTest, blanks_before_the_declaration_do_not_hide_the_encoding) {
  const std::string item = "<rss><channel><item><title>\xC4\xE0</title></item></channel></rss>";
  for (const char* before : {"", " ", "\n\n", "\r\n\t"})
    EXPECT_EQ(told(parse_feed(before + std::string("<?xml version=\"1.0\" encoding=\"windows-1251\"?>") + item)),
              "items [|-|\u0414\u0430|-|-|]");
}

}  // namespace
}  // namespace hearsay
