#include "run/inputs/page_records.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string archived(WarcRecord record) {
  const auto page = archived_page(std::move(record), "in.warc, record at byte 7");
  if (!page) return "no page";
  return page->id + "|" + page->location + "|" + page->url.value_or("-") + "|" + page->encoding.value_or("-") + "|" +
         page->content + "|" + page->archived;
}

WarcRecord response(std::string content) {
  WarcRecord record;
  record.type = "response";
  record.id = "urn:1";
  record.address = "http://q.example/1";
  record.date = "2031-05-05T10:00:00Z";
  record.content = std::move(content);
  return record;
}

TEST(PagesTest, what_a_server_calls_a_page_is_one) {
  for (const char* type : {"text/html", "application/xhtml+xml"}) EXPECT_TRUE(is_page_type(type));
  for (const char* type : {"", "text/plain", "image/png", "text/html; charset=utf-8", "TEXT/HTML", "application/xml"})
    EXPECT_FALSE(is_page_type(type)) << type;
}

TEST(PagesTest, an_archived_page_says_where_it_lies_and_when_it_was_fetched) {
  WarcRecord record = response("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=latin1\r\n\r\n<p>x");
  EXPECT_EQ(archived(record),
            "urn:1|http://q.example/1|http://q.example/1|latin1|<p>x|in.warc, record at byte 7, urn:1, fetched "
            "2031-05-05T10:00:00Z");
  record.digest = "sha1:AB";
  EXPECT_TRUE(archived(record).ends_with("10:00:00Z, sha1:AB"));
  record.id.clear();
  EXPECT_TRUE(archived(record).starts_with("http://q.example/1|")) << "without an id the address is one";
}

TEST(PagesTest, only_what_was_fetched_whole_and_is_a_page_is_taken) {
  const struct {
    const char* what;
    const char* content;
    const char* printed;
  } rows[] = {
      {"a picture", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx", "no page"},
      {"no type", "HTTP/1.1 200 OK\r\n\r\n<p>x", "no page"},
      {"not there", "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n<p>x", "no page"},
      {"elsewhere", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>x", "no page"},
      {"a part", "HTTP/1.1 206 Partial\r\nContent-Type: text/html\r\n\r\n<p>x", "no page"},
      {"no HTTP", "<p>x", "no page"},
      {"nothing", "", "no page"},
  };
  for (const auto& row : rows) EXPECT_EQ(archived(response(row.content)), row.printed) << row.what;
  WarcRecord request = response("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x");
  request.type = "request";
  EXPECT_EQ(archived(request), "no page");
}

TEST(PagesTest, a_resource_is_the_page_itself) {
  WarcRecord record = response("<p>x");
  record.type = "resource";
  EXPECT_EQ(archived(record), "no page");
  record.content_type = "text/html";
  EXPECT_TRUE(archived(record).starts_with("urn:1|http://q.example/1|http://q.example/1|-|<p>x|"));
}

TEST(PagesTest, a_revisit_may_stand_for_a_page) {
  WarcRecord record = response("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
  EXPECT_FALSE(is_revisited_page(record));
  record.type = "revisit";
  EXPECT_TRUE(is_revisited_page(record));
  record.content = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n";
  EXPECT_FALSE(is_revisited_page(record));
  record.content.clear();
  EXPECT_TRUE(is_revisited_page(record)) << "nobody says what it is";
}

TEST(PagesTest, a_body_that_is_not_all_there_says_why) {
  const auto page = archived_page(
      response("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\x01\x02"), "x");
  ASSERT_TRUE(page);
  EXPECT_NE(page->fault, "");
}

TEST(PagesTest, a_fetched_page_stands_under_the_address_it_came_from_in_the_end) {
  Fetched fetched;
  fetched.address = "http://q.example/2";
  fetched.bytes = "<p>x";
  fetched.encoding = "latin1";
  const Record record = fetched_page(fetched);
  EXPECT_EQ(record.id, "http://q.example/2");
  EXPECT_EQ(record.location, "http://q.example/2");
  EXPECT_EQ(record.url, "http://q.example/2");
  EXPECT_EQ(record.content, "<p>x");
  EXPECT_EQ(record.encoding, "latin1");
  EXPECT_EQ(record.kind, Record::Kind::html);
}

}  // namespace
}  // namespace hearsay
