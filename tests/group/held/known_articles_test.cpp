#include "group/held/known_articles.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(known_articles, are_known_until_they_are_forgotten) {
  KnownArticles known;
  for (std::uint64_t i = 0; i < 10; ++i) known.add(100 + i);
  known.keep_only(std::vector<std::uint32_t>{2, 3, 9, 40});
  EXPECT_EQ(known.all(), (std::unordered_set<std::uint64_t>{102, 103, 109}));
  known.add(7);
  known.keep_only(std::vector<std::uint32_t>{3, 10});
  EXPECT_EQ(known.all(), (std::unordered_set<std::uint64_t>{103, 7}));
}

TEST(known_articles, are_one_by_id_and_text) {
  EXPECT_EQ(KnownArticles::fingerprint("a", "text"), KnownArticles::fingerprint("a", "text"));
  EXPECT_NE(KnownArticles::fingerprint("a", "text"), KnownArticles::fingerprint("b", "text"));
  EXPECT_NE(KnownArticles::fingerprint("a", "text"), KnownArticles::fingerprint("a", "texts"));
}

}  // namespace
}  // namespace hearsay
