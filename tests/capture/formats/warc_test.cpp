#include "capture/formats/warc.h"

#include "capture/network/http_message.h"
#include "capture/packed.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string record(const std::string& type, const std::string& address, const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: <" + address +
         ">\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Payload-Digest: sha1:AB\r\nContent-Length: " +
         std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string listed(const std::string& archive) {
  const auto source = open_memory(archive);
  WarcReader reader(*source);
  std::string result;
  while (const auto one = reader.next())
    result += "<" + std::to_string(one->offset) + " " +
              (one->fault ? one->fault : one->type + " " + one->address + " " + one->content) + ">";
  return result;
}

TEST(WarcTest, records_are_read_one_after_another) {
  const std::string first = record("response", "http://a.example/", "one");
  const std::string second = record("metadata", "http://b.example/", "two\r\n\r\nWARC/1.0\r\n");
  EXPECT_EQ(listed(first + second), "<0 response http://a.example/ one><" + std::to_string(first.size()) +
                                        " metadata http://b.example/ two\r\n\r\nWARC/1.0\r\n>");
  EXPECT_EQ(listed(""), "");
  EXPECT_EQ(listed("crawl-data/part-1.warc.gz\ncrawl-data/part-2.warc.gz\n"), "");
}

TEST(WarcTest, a_broken_record_is_told_and_the_next_is_read) {
  const std::string good = record("response", "http://a.example/", "one");
  EXPECT_EQ(listed("WARC/1.0\r\nWARC-Type: response\r\n\r\nlost\r\n" + good),
            "<0 does not say how long it is><39 response http://a.example/ one>");
  EXPECT_EQ(listed("WARC/1.0\r\nWARC-Type: response\r\n" + good),
            "<0 has a header that breaks off><31 response http://a.example/ one>");
  EXPECT_EQ(listed(good.substr(0, good.size() - 6)), "<0 is cut short>");
  EXPECT_EQ(listed("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nabc"), "<0 is cut short>");
}

TEST(HttpMessageTest, a_response_is_read_and_its_body_unpacked) {
  const auto plain = parse_http("HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"ISO-8859-1\"\r\n\r\n<p>a");
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->status, 200);
  EXPECT_EQ(plain->content_type, "text/html");
  EXPECT_EQ(plain->encoding, "iso-8859-1");
  EXPECT_EQ(plain->body, "<p>a");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n")->body,
            "abcde");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>joined")->body, "<p>joined");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffff\r\nab")->body, "ab");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped("packed"))->body, "packed");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1F\x8B broken")->body, "");
  EXPECT_FALSE(parse_http("GET / HTTP/1.1\r\n\r\n"));
  EXPECT_FALSE(parse_http(""));
}

}  // namespace
}  // namespace hearsay
