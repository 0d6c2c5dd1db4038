#include "present/page/page_extract.h"

#include "present/page/page.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// Every article tells one thing that all tell, and one of its own; each copies the one before.
Account large_account(std::size_t articles) {
  Account account;
  Point shared;
  std::vector<Point> own;
  for (std::size_t a = 0; a < articles; ++a) {
    Article article;
    article.id = "a" + std::to_string(a);
    article.outlet = "o" + std::to_string(a % 20) + ".example";
    article.text = "A boat sank. Boat " + std::to_string(a) + " lay at the quay.";
    for (const Span span : {Span{0, 12}, Span{13, article.text.size()}}) {
      Claim claim;
      claim.article = a;
      claim.span = span;
      claim.origin = a % 20;
      claim.point = span.begin == 0 ? 0 : a + 1;
      Point& point = span.begin == 0 ? shared : own.emplace_back();
      point.claims.push_back(account.claims.size());
      if (span.begin > 0) point.representative = account.claims.size();
      if (point.origin_ids.size() < 20) point.origin_ids.push_back(a % 20);
      account.claims.push_back(claim);
    }
    if (a > 0) account.copies.push_back({a - 1, a, CopyKind::copy, 0.5, true, {}, {}, "it says so"});
    if (a > 0) shared.reporters.why.push_back("o and o: it says so");
    account.articles.push_back(std::move(article));
  }
  shared.standing = Standing::corroborated;
  account.points.push_back(std::move(shared));
  account.points.insert(account.points.end(), own.begin(), own.end());
  for (std::size_t o = 0; o < 20; ++o)
    account.origins.push_back({"o" + std::to_string(o), OriginKind::outlet, {}, {}, {}});
  for (std::size_t c = 0; c < account.claims.size(); ++c) account.origins[account.claims[c].origin].claims.push_back(c);
  return account;
}

TEST(PageExtract, an_account_of_some_hundred_articles_is_shown_whole) {
  const Account account = large_account(300);
  const PageExtract extract = extract_for_page(account);
  EXPECT_EQ(extract.account.claims.size(), account.claims.size());
  EXPECT_TRUE(extract.left_out.empty());
}

TEST(PageExtract, of_a_large_account_a_part_is_shown_and_the_rest_counted) {
  const Account account = large_account(5000);
  const PageExtract extract = extract_for_page(account);
  EXPECT_EQ(extract.account.articles.size(), 300u);
  EXPECT_EQ(extract.reports.at(0), 5000u);
  EXPECT_EQ(
      extract.left_out,
      "This page shows a part of a large account: 4700 articles, 4700 points, 9660 claims and 4799 copies are only "
      "in its JSON.");
  for (const Claim& claim : extract.account.claims) {
    ASSERT_LT(claim.article, extract.account.articles.size());
    ASSERT_LT(claim.origin, extract.account.origins.size());
    ASSERT_LT(claim.point, extract.account.points.size());
    EXPECT_FALSE(words_at(extract.account.articles[claim.article].text, claim.span).empty());
  }
  const std::string page = to_html(account);
  EXPECT_LT(page.size(), 2'000'000u);
  EXPECT_NE(page.find("in 5000 reports"), std::string::npos);
  EXPECT_NE(page.find("and 4979 more"), std::string::npos);
  EXPECT_LT(to_html(large_account(20000)).size(), page.size() + page.size() / 20);
}

}  // namespace
}  // namespace hearsay
