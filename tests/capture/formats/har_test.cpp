#include "capture/formats/har.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string pages(const std::string& entries) {
  const auto found = parse_har("{\"log\":{\"version\":\"1.2\",\"creator\":{},\"entries\":[" + entries + "]}}");
  if (!found) return found.error();
  std::string result;
  for (const Record& page : *found)
    result += "[" + page.id + "|" + page.encoding.value_or("-") + "|" + page.fetched + "|" + page.content + "]";
  return result;
}

std::string entry(const std::string& status, const std::string& content) {
  return R"({"startedDateTime":"2031-05-05T10:00:00Z","request":{"url":"https://q.example/1"},"response":{"status":)" +
         status + ",\"content\":" + content + "}}";
}

TEST(HarTest, the_pages_among_the_entries_are_read) {
  const std::string page = R"({"mimeType":"text/HTML; charset=x","text":"<p>x"})";
  EXPECT_EQ(pages(entry("200", page)), "[https://q.example/1|utf-8|2031-05-05T10:00:00Z|<p>x]");
  EXPECT_EQ(pages(entry("200", R"({"mimeType":"text/html","text":"PHA+eA==","encoding":"base64"})")),
            "[https://q.example/1|-|2031-05-05T10:00:00Z|<p>x]");
  EXPECT_EQ(pages(entry("404", page)), "");
  EXPECT_EQ(pages(entry("200", R"({"mimeType":"image/png","text":"x"})")), "");
  EXPECT_EQ(pages(entry("200", R"({"mimeType":"text/html"})")), "");
  for (const char* broken : {"3", "{}", "{\"request\":3}", "{\"request\":{},\"response\":[]}"})
    EXPECT_EQ(pages(broken), "") << broken;
}

TEST(HarTest, what_is_no_http_archive_is_told) {
  EXPECT_EQ(parse_har("{\"log\":{}}").error(), "is JSON, but not an HTTP archive");
  EXPECT_EQ(parse_har("[]").error(), "is JSON, but not an HTTP archive");
  EXPECT_TRUE(parse_har("{").error().starts_with("is not JSON ("));
  EXPECT_TRUE(is_har("{\"log\": {\"version\": \"1.2\", \"creator\": {"));
  EXPECT_FALSE(is_har("{\"log\": \"a text\"}"));
}

}  // namespace
}  // namespace hearsay
