#include "capture/network/http_message.h"

#include "capture/packed.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string read(const std::string& bytes) {
  const auto response = parse_http(bytes);
  if (!response) return "no response";
  return std::to_string(response->status) + "|" + response->content_type + "|" + response->encoding.value_or("-") +
         "|" + response->body;
}

TEST(HttpMessageTest, a_response_is_read_leniently) {
  const struct {
    const char* bytes;
    const char* printed;
  } rows[] = {
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\nbody", "200|text/html|utf-8|body"},
      {"HTTP/1.1 200 OK\nContent-Type: text/html\n\nbody", "200|text/html|-|body"},  // bare line ends
      {"HTTP/2 404\r\n\r\n", "404||-|"},
      {"HTTP/1.1 200 OK\r\ncontent-TYPE :  TEXT/HTML ;charset=UTF-8 \r\n\r\nx",
       "200||-|x"},  // a blank before the colon
      {"HTTP/1.1 200 OK\r\nContent-Type:TEXT/HTML;Charset=Latin1;a=b\r\n\r\nx", "200|text/html|latin1|x"},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\r\n\r\nx", "200|text/html|-|x"},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"\"\r\n\r\nx", "200|text/html|-|x"},
      {"HTTP/1.1 200 OK\r\nContent-Type\r\n\r\nx", "200||-|x"},  // a header without a colon
      {"HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Type: c/d\r\n\r\nx", "200|c/d|-|x"},
      {"HTTP/1.1 200 OK\r\nX: y", "200||-|"},  // cut in its header
      {"HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 404 No\r\n\r\n", "200||-|HTTP/1.1 404 No\r\n\r\n"},
      {"HTTP/1.1 abc\r\n\r\nx", "0||-|x"},
      {"HTTP/1.1\r\n\r\nx", "no response"},
      {"http/1.1 200 OK\r\n\r\nx", "no response"},
      {" HTTP/1.1 200 OK\r\n\r\nx", "no response"},
  };
  for (const auto& row : rows) EXPECT_EQ(read(row.bytes), row.printed) << row.bytes;
}

TEST(HttpMessageTest, chunks_are_joined_as_far_as_they_are_chunks) {
  const struct {
    const char* body;
    const char* joined;
  } rows[] = {
      {"0\r\n\r\n", ""},
      {"4\r\nroad\r\n0\r\n\r\nrest", "road"},
      {"A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n", "01234567890123456789"},
      {"4;name=\"v\"\r\nroad\r\n0\r\n", "road"},
      {"4\r\nro", "ro"},                         // cut within a chunk
      {"4\r\nroad", "road"},                     // cut after it
      {"4\r\nroad\r\nnot a size\r\nx", "road"},  // ends in what is none
      {"4\nroad\n0\n", "4\nroad\n0\n"},          // not chunked at all
      {"", ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(parse_http(std::string("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n") + row.body)->body,
              row.joined)
        << row.body;
}

TEST(HttpMessageTest, a_body_is_unpacked_by_the_coding_that_is_named) {
  const std::string packed = gzipped("the road");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: GZip\r\n\r\n" + packed)->body, "the road");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: x-gzip\r\n\r\n" + packed)->body, "the road");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain already")->body, "plain already");
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\n\r\n" + packed)->body, "the road");  // though nobody said so
  const auto cut =
      parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed.substr(0, packed.size() / 2));
  EXPECT_TRUE(std::string_view("the road").starts_with(cut->body));
  EXPECT_EQ(cut->fault, "is gzip that is cut short");
  EXPECT_EQ(
      parse_http("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\n" + gzipped(packed))->body,
      "the road");
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", packed.size());
  EXPECT_EQ(parse_http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" +
                       std::string(size) + packed + "\r\n0\r\n\r\n")
                ->body,
            "the road");
}

}  // namespace
}  // namespace hearsay
