#include "capture/formats/feed.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string listed(std::string_view bytes) {
  const auto feed_read = parse_feed(bytes);
  if (!feed_read) return "error: " + feed_read.error();
  std::string result;
  for (const Record& record : feed_read->records) {
    result += "<" + record.id + "|" + record.url.value_or("-") + "|" + record.title.value_or("-") + "|" +
              record.published.value_or("-") + "|" + record.language.value_or("-") + "|" + record.content;
    for (const std::string& origin : record.origins) result += "|" + origin;
    result += ">";
  }
  return result;
}

TEST(FeedTest, rss_and_atom_are_read) {
  EXPECT_EQ(
      listed(
          R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>T</title><language>en</language>
      <item><title>A</title><link>http://a.example/1</link><guid>g1</guid><pubDate>Mon, 05 May 2031 10:00:00 GMT</pubDate>
      <description>short</description><content:encoded><![CDATA[<p>the whole</p>]]></content:encoded>
      <source url="http://wire.example/">The Wire</source></item></channel></rss>)"),
      "<g1|http://a.example/1|A|Mon, 05 May 2031 10:00:00 GMT|en|<p>the whole</p>|http://wire.example/|The Wire>");
  EXPECT_EQ(listed(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><entry><id>e1</id><title>B</title>
      <link rel="self" href="http://b.example/self"/><link href="http://b.example/1"/><published>2031-05-05T10:00:00Z</published>
      <content type="xhtml"><div><p>x</p></div></content></entry></feed>)"),
            "<e1|http://b.example/1|B|2031-05-05T10:00:00Z|de|<div><p>x</p></div>>");
}

TEST(FeedTest, what_is_no_feed_is_told) {
  EXPECT_TRUE(listed("<rss><channel>").starts_with("error: is not XML ("));
  EXPECT_EQ(listed("<note/>"), "error: is XML, but not a feed");
  EXPECT_TRUE(listed("").starts_with("error: is not XML ("));
}

TEST(FeedTest, entities_are_neither_fetched_nor_expanded_without_end) {
  const std::string feed = listed(
      "<!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/hostname\"><!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
      "<rss><channel><item><title>&f;&b;</title></item></channel></rss>");
  EXPECT_EQ(feed, "<|-|&f;&b;|-|-|>");
}

TEST(FeedTest, the_declared_encoding_counts) {
  EXPECT_EQ(listed("<?xml version=\"1.0\" "
                   "encoding=\"ISO-8859-1\"?><rss><channel><item><title>caf\xE9</title></item></channel></rss>"),
            "<|-|café|-|-|>");
}

TEST(FeedTest, deep_nesting_is_survived) {
  std::string deep = "<rss><channel><item><title>a</title><description>";
  for (int i = 0; i < 100000; ++i) deep += "<b>";
  listed(deep);
}

}  // namespace
}  // namespace hearsay
