// Happenings from accounts of two outlets that count the dead.
#include "publish/coding/coding_sheet.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

struct Count {
  std::string words;  // of the whole article and the one claim
  std::optional<double> low;
  std::optional<double> high;
  const char* outlet;
  const char* published;
};

Account account_of(const std::vector<Count>& counts) {
  Account account;
  account.origins.emplace_back().name = "the ministry";
  Point& point = account.points.emplace_back();
  point.origin_ids = {0};
  point.origins = {1, 2, {}};
  for (const Count& count : counts) {
    Article& article = account.articles.emplace_back();
    article.id = "a" + std::to_string(account.articles.size());
    article.outlet = count.outlet;
    article.published = parse_moment(count.published);
    article.title = "A shelling";
    article.text = count.words;
    Claim& claim = account.claims.emplace_back();
    claim.article = account.articles.size() - 1;
    claim.span = {0, count.words.size()};
    Value& value = claim.values.emplace_back();
    value.span = {0, 1};
    value.what = QuantityValue{count.low, count.high, false, std::nullopt, "people"};
    Value& day = claim.values.emplace_back();
    day.span = {0, 1};
    day.what = DateValue{parse_moment("2031-04-06")->day, parse_moment("2031-04-06")->day, "2031-04-06"};
    point.claims.push_back(account.claims.size() - 1);
    account.origins[0].claims.push_back(account.claims.size() - 1);
  }
  return account;
}

std::string deaths(const std::vector<Count>& counts, Codebook codebook) {
  const Account account = account_of(counts);
  const auto happenings = happenings_of(account, codebook);
  if (happenings.size() != 1) return std::to_string(happenings.size()) + " happenings";
  const auto number = [](const std::optional<double>& n) { return n ? std::to_string(static_cast<int>(*n)) : "-"; };
  return number(happenings[0].low) + " " + number(happenings[0].best) + " " + number(happenings[0].high);
}

TEST(Coding, deaths_low_best_high) {
  const Count six{"Six people were killed", 6, 6, "A", "2031-04-07"};
  const Count twelve{"Twelve people died", 12, 12, "B", "2031-04-07"};
  const Count nine{"Nine people were killed", 9, 9, "A", "2031-04-08"};
  const Count dozens{"Dozens were killed", 12, std::nullopt, "C", "2031-04-07"};
  const Count hundreds{"Hundreds of people died", 100, 1000, "C", "2031-04-07"};
  const Count hurt{"Six people were hurt", 6, 6, "A", "2031-04-07"};
  EXPECT_EQ(deaths({six, twelve}, Codebook::ucdp), "6 - 12") << "they differ, and the coder decides";
  EXPECT_EQ(deaths({six, twelve}, Codebook::acled), "6 6 12") << "the conservative figure";
  EXPECT_EQ(deaths({six, twelve}, Codebook::ibc), "6 - 12");
  EXPECT_EQ(deaths({six, six}, Codebook::ucdp), "6 6 6");
  EXPECT_EQ(deaths({six, nine}, Codebook::ucdp), "9 9 9") << "an outlet's last word";
  const Count four{"Four of the hurt died", 4, 4, "A", "2031-04-08"};
  EXPECT_EQ(deaths({nine, four}, Codebook::ucdp), "9 9 9") << "the four are among the nine";
  EXPECT_EQ(deaths({dozens}, Codebook::acled), "12 12 12");
  EXPECT_EQ(deaths({hundreds}, Codebook::acled), "100 100 1000");
  EXPECT_EQ(deaths({hurt}, Codebook::acled), "- - -") << "nobody is counted dead";
}

TEST(Coding, the_day_and_how_exactly_it_is_known) {
  const auto happening =
      happenings_of(account_of({{"Six people were killed", 6, 6, "A", "2031-04-07"}}), Codebook::ucdp).at(0);
  EXPECT_EQ(to_iso(happening.begin.value()), "2031-04-06");
  EXPECT_EQ(happening.day_precision, 1);
  EXPECT_EQ(happening.origins_min, 1u);
  EXPECT_EQ(happening.origins_max, 2u);
  EXPECT_EQ(happening.originals, std::vector<std::string>{"the ministry"});
}

// Real places: the gazetteer knows no others.
std::string where(const char* name, const std::string& words, Codebook codebook) {
  Account account = account_of({{words, 6, 6, "A", "2031-04-07"}});
  account.entities.emplace_back().name = name;
  const std::size_t at = words.find(name);
  account.claims[0].values.push_back({{at, at + std::string(name).size()}, PlaceValue{0}});
  const auto precision = happenings_of(account, codebook).at(0).place_precision;
  return precision ? std::to_string(*precision) : "-";
}

TEST(Coding, how_exactly_the_place_is_known) {
  EXPECT_EQ(where("Tromsø", "Six people were killed in Tromsø", Codebook::ucdp), "1");
  EXPECT_EQ(where("Tromsø", "Six people were killed in Tromsø", Codebook::acled), "1");
  EXPECT_EQ(where("Tromsø", "Six people were killed in Tromsø", Codebook::ibc), "-") << "it has no such column";
  EXPECT_EQ(where("Tromsø", "Six people were killed on a road near Tromsø", Codebook::ucdp), "-") << "how near?";
  EXPECT_EQ(where("Saskatchewan", "Six people were killed in Saskatchewan", Codebook::ucdp), "4");
  EXPECT_EQ(where("Saskatchewan", "Six people were killed in Saskatchewan", Codebook::acled), "3");
  EXPECT_EQ(where("Norway", "Six people were killed in Norway", Codebook::ucdp), "6");
  EXPECT_EQ(where("Norway", "Six people were killed in Norway", Codebook::acled), "3");
  EXPECT_EQ(where("Ostrel", "Six people were killed in Ostrel", Codebook::ucdp), "-") << "no gazetteer has it";
}

TEST(Coding, no_account_no_row) { EXPECT_TRUE(happenings_of(Account(), Codebook::ucdp).empty()); }

}  // namespace
}  // namespace hearsay
