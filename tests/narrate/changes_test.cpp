#include "narrate/changes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

// "POINT: ARTICLE words [9]", a claim; the number in brackets is its value. Stance "denies" where the words begin so.
struct Told {
  std::size_t point;
  std::string article;
  std::string words;
};

Account account_of(const std::vector<Told>& told, const std::vector<std::size_t>& origins, Standing standing) {
  Account account;
  std::size_t points = 0;
  for (const Told& one : told) {
    std::size_t a = 0;
    while (a < account.articles.size() && account.articles[a].id != one.article) ++a;
    if (a == account.articles.size()) account.articles.push_back({});
    Article& article = account.articles[a];
    article.id = one.article;
    Claim claim;
    claim.article = a;
    claim.span = {article.text.size(), article.text.size() + one.words.size()};
    claim.point = one.point;
    claim.stance = one.words.starts_with("denied") ? Stance::denies : Stance::asserts;
    const std::size_t digit = one.words.find_first_of("0123456789");
    if (digit != std::string::npos) {
      const std::size_t end = std::min(one.words.find(' ', digit), one.words.size());
      const double number = std::stod(one.words.substr(digit));
      claim.values.push_back(
          {{claim.span.begin + digit, claim.span.begin + end}, QuantityValue{number, number, false, {}, {}}});
    }
    article.text += one.words;
    account.claims.push_back(std::move(claim));
    points = std::max(points, one.point + 1);
  }
  for (std::size_t p = 0; p < points; ++p) {
    Point point;
    for (std::size_t c = 0; c < told.size(); ++c)
      if (told[c].point == p) point.claims.push_back(c);
    point.representative = point.claims.front();
    point.origins = {origins[p], origins[p], {}};
    point.standing = standing;
    account.points.push_back(std::move(point));
  }
  return account;
}

std::string changes(const Account& before, const Account& after) {
  std::string text;
  for (const AccountChange& change : find_account_changes(before, after)) {
    text += to_text(change.kind);
    if (change.point) text += " p" + std::to_string(*change.point + 1);
    if (change.claim) text += " c" + std::to_string(*change.claim + 1);
    if (!change.before.empty() || !change.after.empty()) text += " " + change.before + " > " + change.after;
    text += "; ";
  }
  return text;
}

constexpr Standing single = Standing::single_origin;

TEST(Changes, are_told_by_what_is_new) {
  const std::vector<Told> first = {{0, "a", "9 hurt"}, {1, "a", "the bridge fell"}};
  const Account before = account_of(first, {1, 1}, single);
  const struct {
    const char* why;
    std::vector<Told> told;
    std::vector<std::size_t> origins;
    Standing standing;
    std::string expected;
  } rows[] = {
      {"nothing", first, {1, 1}, single, ""},
      {"another order", {{1, "a", "9 hurt"}, {0, "a", "the bridge fell"}}, {1, 1}, single, ""},
      {"a point",
       {{0, "a", "9 hurt"}, {1, "a", "the bridge fell"}, {2, "b", "a tram hung"}},
       {1, 1, 1},
       single,
       "new-point p3 c3; "},
      {"an origin",
       {{0, "a", "9 hurt"}, {0, "b", "9 injured"}, {1, "a", "the bridge fell"}},
       {2, 1},
       single,
       "new-origin p1 c2 1 > 2; "},
      {"a number",
       {{0, "a", "9 hurt"}, {0, "b", "14 injured"}, {1, "a", "the bridge fell"}},
       {1, 1},
       single,
       "value p1 c2 9 > 14; "},
      {"a number in a text that was changed",
       {{0, "a", "14 hurt"}, {1, "a", "the bridge fell"}},
       {1, 1},
       single,
       "value p1 c1 9 > 14; "},
      {"a denial",
       {{0, "a", "9 hurt"}, {1, "a", "the bridge fell"}, {1, "b", "denied that it fell"}},
       {1, 1},
       single,
       "denial p2 c3; "},
      {"a standing",
       first,
       {1, 1},
       Standing::contested,
       "standing p1 c1 single-origin > contested; standing p2 c2 single-origin > contested; "},
      {"known words brought together otherwise", {{0, "a", "9 hurt"}, {0, "a", "the bridge fell"}}, {1, 1}, single, ""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(changes(before, account_of(row.told, row.origins, row.standing)), row.expected) << row.why;
}

TEST(Changes, the_first_account_is_a_new_story) {
  EXPECT_EQ(changes(Account(), account_of({{0, "a", "9 hurt"}}, {1}, single)), "new-story c1; ");
}

TEST(Changes, a_correction_that_no_longer_fits_is_told) {
  Account before = account_of({{0, "a", "9 hurt"}}, {1}, single), after = before;
  before.corrections = {{1, "one line", true, true, "done"}, {2, "other line", true, false, "never fitted"}};
  after.corrections = {{1, "one line", true, false, "its words are gone"},
                       {2, "other line", true, false, "never fitted"}};
  EXPECT_EQ(changes(before, after), "unfit-correction one line > its words are gone; ");
}

}  // namespace
}  // namespace hearsay
