#include "itemise/words/article_words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(ArticleWords, are_boilerplate_where_more_than_half_of_them_is) {
  Article article;
  article.text = "5 min read\n14:05 GMT\nThe dam held.";
  article.boilerplate.resize(2);
  article.boilerplate[0].span = {0, 10};
  article.boilerplate[1].span = {11, 20};
  const struct {
    Span words;
    bool boilerplate;
  } rows[] = {
      {{0, 10}, true},   {{0, 20}, true},    // two lines that are read as one
      {{2, 14}, true},   {{11, 34}, false},  // 9 bytes of 23
      {{21, 34}, false}, {{10, 11}, false}, {{5, 5}, false},
  };
  for (const auto& row : rows)
    EXPECT_EQ(is_mostly_boilerplate(article, row.words), row.boilerplate) << row.words.begin << " " << row.words.end;
}

}  // namespace
}  // namespace hearsay
