#include "clean/articles/outlets.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(OutletsTest, a_host_is_read_from_an_address_and_from_nothing_else) {
  const struct {
    const char* address;
    const char* outlet;
  } rows[] = {
      {"https://www.quay.example/a/b", "quay.example"},
      {"http://QUAY.example", "quay.example"},
      {"https://m.quay.example?x", "quay.example"},
      {"https://amp.quay.example#x", "quay.example"},
      {"https://mobile.quay.example:8080/", "quay.example"},
      {"https://news.quay.example/", "news.quay.example"},
      {"https://archive.example/web/20310505/https://www.quay.example/a", "quay.example"},
      {"https://archive.example/https://other.example/http://quay.example/a?b", "quay.example"},
      {"https://share.example/?of=https://quay.example/a", "share.example"},
      {"https://www.search.example/amp/s/www.quay.example/a", "quay.example"},
      {"https://www-quay--news-example.cdn.ampproject.org/c/s/x", "quay-news.example"},
      {"https://quay.example/amp/stories", "quay.example"},
      {"https://bbc.co.uk/news/1", "bbc.com"},
      {"https://news.bbc.co.uk/1", "bbc.com"},
      {"https://edition.cnn.com/1", "cnn.com"},
      {"https://notbbc.co.uk/1", "notbbc.co.uk"},
      {"https://x/https://", ""},
      {"//quay.example/", ""},
      {"quay.example", ""},
      {"https://localhost/", ""},
      {"https://", ""},
      {"/2031/05/05", ""},
      {"", ""},
      {"a path with ://in.it", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(outlet_of_address(row.address), row.outlet) << row.address;
}

}  // namespace
}  // namespace hearsay
