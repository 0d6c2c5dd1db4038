#include "capture/formats/feed.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// One item of an RSS channel, or one entry of an Atom feed, as it is understood.
std::string understood(const std::string& feed) {
  const auto feed_read = parse_feed(feed);
  if (!feed_read) return feed_read.error();
  std::string result;
  for (const Record& record : feed_read->records) {
    result += "[" + record.id + "|" + record.url.value_or("-") + "|" + record.title.value_or("-") + "|" +
              record.published.value_or("-") + "|" + record.content;
    for (const std::string& origin : record.origins) result += "|" + origin;
    result += "]";
  }
  return result;
}

std::string of_item(const std::string& inside) {
  return understood("<rss><channel><item>" + inside + "</item></channel></rss>");
}
std::string of_entry(const std::string& inside) {
  return understood("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + inside + "</entry></feed>");
}

TEST(FeedKindsTest, an_item_of_rss_is_understood) {
  const struct {
    const char* item;
    const char* printed;
  } rows[] = {
      {"", "[|-|-|-|]"},
      {"<title>  Slip\n</title>", "[|-|Slip|-|]"},
      {"<title> </title>", "[|-|-|-|]"},
      {"<link>http://q.example/1</link>", "[http://q.example/1|http://q.example/1|-|-|]"},  // its link is its id
      {"<guid>g</guid><link>http://q.example/1</link>", "[g|http://q.example/1|-|-|]"},
      {"<guid>g</guid><id>i</id>", "[g|-|-|-|]"},
      {"<date>2031-05-05</date><pubDate>5 May 2031</pubDate>", "[|-|-|5 May 2031|]"},
      {"<dc:date>2031-05-05</dc:date>", "[|-|-|2031-05-05|]"},
      {"<description>short</description>", "[|-|-|-|short]"},
      {"<description>the longer one</description><content:encoded>short</content:encoded>", "[|-|-|-|the longer one]"},
      {"<description>a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</description>", "[|-|-|-|a <b>c</b> &amp; d]"},
      {"<description><![CDATA[a <b>c</b>]]></description>", "[|-|-|-|a <b>c</b>]"},
      {"<source url=\"http://w.example/\"/>", "[|-|-|-||http://w.example/]"},
      {"<source>The Wire</source>", "[|-|-|-||The Wire]"},
      {"<media:title>M</media:title><title>T</title>", "[|-|T|-|]"},  // a prefix is for others' names
      {"<media:title>M</media:title>", "[|-|M|-|]"},
      {"<title>A &mdash; B</title>", "[|-|A &mdash; B|-|]"},  // HTML, for who reads it
      {"<title>A&#146;s B</title>", "[|-|A\u2019s B|-|]"},    // Windows-1252, as browsers take it
      {"<description><p>a</p><p>b</p></description>", "[|-|-|-|<p>a</p><p>b</p>]"},  // markup in place
  };
  for (const auto& row : rows) EXPECT_EQ(of_item(row.item), row.printed) << row.item;
}

TEST(FeedKindsTest, an_entry_of_atom_is_understood) {
  const struct {
    const char* entry;
    const char* printed;
  } rows[] = {
      {"<link href=\"http://q.example/1\"/>", "[http://q.example/1|http://q.example/1|-|-|]"},
      {"<link rel=\"alternate\" href=\"http://q.example/1\"/>", "[http://q.example/1|http://q.example/1|-|-|]"},
      {"<link rel=\"self\" href=\"http://q.example/s\"/>", "[|-|-|-|]"},
      {"<link rel=\"enclosure\" href=\"http://q.example/e\"/><link href=\"http://q.example/1\"/>",
       "[http://q.example/1|http://q.example/1|-|-|]"},
      {"<updated>2031-05-06</updated><published>2031-05-05</published>", "[|-|-|2031-05-05|]"},
      {"<updated>2031-05-06</updated>", "[|-|-|2031-05-06|]"},
      {"<content type=\"html\">&lt;p&gt;x&lt;/p&gt;</content><summary>y</summary>", "[|-|-|-|<p>x</p>]"},
      {"<content type=\"xhtml\"><div>a <b>c</b></div></content>", "[|-|-|-|<div>a <b>c</b></div>]"},
      {"<summary>y</summary>", "[|-|-|-|y]"},
      {"<title>A &amp;amp; B</title>", "[|-|A &amp;amp; B|-|]"},  // text, and as HTML the same
      {"<title type=\"html\">A &amp;amp; B</title>", "[|-|A &amp; B|-|]"},
      {"<title type=\"xhtml\"><div>A <i>B</i></div></title>", "[|-|<div>A <i>B</i></div>|-|]"},
      {"<source><title>The Wire</title><link href=\"http://w.example/\"/></source>",
       "[|-|-|-||The Wire|http://w.example/]"},
  };
  for (const auto& row : rows) EXPECT_EQ(of_entry(row.entry), row.printed) << row.entry;
}

TEST(FeedKindsTest, a_feed_is_known_by_its_root_and_holds_its_items_where_its_kind_has_them) {
  const struct {
    const char* feed;
    const char* printed;
  } rows[] = {
      {"<rss><channel><item><title>a</title></item><item><title>b</title></item></channel></rss>",
       "[|-|a|-|][|-|b|-|]"},
      {"<rdf:RDF xmlns:rdf=\"r\"><channel/><item><title>a</title></item></rdf:RDF>",
       "[|-|a|-|]"},  // RSS 1.0: beside the channel
      {"<rss><channel/></rss>", ""},
      {"<rss/>", ""},
      {"<atom:feed xmlns:atom=\"a\"><atom:entry><atom:title>a</atom:title></atom:entry></atom:feed>", "[|-|a|-|]"},
      {"\xEF\xBB\xBF<rss><channel><item><title>a</title></item></channel></rss>", "[|-|a|-|]"},
      {"<html><body/></html>", "is XML, but not a feed"},
      {"<item><title>a</title></item>", "is XML, but not a feed"},
  };
  for (const auto& row : rows) EXPECT_EQ(understood(row.feed), row.printed) << row.feed;
}

TEST(FeedKindsTest, the_channels_language_is_each_items) {
  const auto language = [](const std::string& feed) { return parse_feed(feed)->records.at(0).language.value_or("-"); };
  EXPECT_EQ(language("<rss><channel><language> en-gb </language><item/></channel></rss>"), "en-gb");
  EXPECT_EQ(language("<rss xml:lang=\"de\"><channel><language>en</language><item/></channel></rss>"), "en");
  EXPECT_EQ(language("<rss xml:lang=\"de\"><channel><item/></channel></rss>"), "de");
  EXPECT_EQ(language("<rss><channel><item/></channel></rss>"), "-");
}

TEST(FeedKindsTest, an_item_is_a_fragment_from_a_feed_whatever_bytes_it_came_in) {
  const auto feed_read = parse_feed("<rss><channel><item><description>x</description></item></channel></rss>");
  ASSERT_TRUE(feed_read);
  EXPECT_EQ(feed_read->records.at(0).kind, Record::Kind::fragment);
  EXPECT_EQ(feed_read->records.at(0).carrier, "feed");
  EXPECT_EQ(feed_read->records.at(0).encoding, "utf-8");
}

}  // namespace
}  // namespace hearsay
