#include "identify/governments.h"

#include "run/engine.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

// The seats among a story's names: "Astana = Kazakhstan", with a ? where it is doubtful.
std::string seats_of(const std::vector<std::string>& names) {
  Entities entities;
  for (const std::string& name : names) {
    Entity entity;
    entity.kind = EntityKind::place;
    entity.name = name;
    entities.all.push_back(entity);
  }
  std::string printed;
  for (const Seat& seat : find_seats(entities)) {
    printed += (printed.empty() ? "" : ", ") + names[seat.entity] + (seat.sure ? " = " : " =? ") + names[seat.country];
  }
  return printed;
}

TEST(Governments, a_capital_and_a_seat_stand_for_their_country) {
  EXPECT_EQ(seats_of({"Kazakhstan", "Astana"}), "Astana = Kazakhstan");
  EXPECT_EQ(seats_of({"Peking", "China"}), "Peking = China");
  EXPECT_EQ(seats_of({"Russia", "Moscow", "the Kremlin"}), "Moscow = Russia, the Kremlin = Russia");
  EXPECT_EQ(seats_of({"Washington", "United States"}), "Washington = United States");
  EXPECT_EQ(seats_of({"U.S.", "White House", "United States"}), "White House = U.S., United States = U.S.");
  EXPECT_EQ(seats_of({"Turkish government", "Ankara"}), "Ankara = Turkish government");
  EXPECT_EQ(seats_of({"Norway", "government of Norway"}), "government of Norway = Norway");
}

TEST(Governments, a_name_that_much_else_has_only_may_be_one) {
  EXPECT_EQ(seats_of({"Greece", "Athens"}), "Athens =? Greece");
  EXPECT_EQ(seats_of({"United Kingdom", "London"}), "London =? United Kingdom");
}

TEST(Governments, other_places_stand_for_themselves) {
  EXPECT_EQ(seats_of({"Astana"}), "");
  EXPECT_EQ(seats_of({"Kazakhstan", "Ostrel", "Paris"}), "");
  EXPECT_EQ(seats_of({}), "");
}

TEST(Governments, a_capital_and_its_country_are_one_doer) {
  static const Marker marker;
  std::vector<Article> articles(2);
  articles[0].id = "a";
  articles[0].text = "Kazakhstan shelled the grain depot on Monday, the governor said.";
  articles[1].id = "b";
  articles[1].text = "Astana shelled the grain depot on Monday, a resident said. Kazakhstan did not comment.";
  for (Article& article : articles) article.language = "en";
  const Account account = report(std::move(articles), marker, AccountRules(), 1);
  for (const Point& point : account.points) {
    for (const Disagreement& d : point.disagreements) EXPECT_NE(d.kind, DisagreementKind::actor) << d.why;
  }
}

TEST(Governments, two_articles_that_name_the_capital_and_the_country_have_one_origin) {
  static const Marker marker;
  std::vector<Article> articles(2);
  articles[0].id = "a";
  articles[0].text = "Kazakhstan said nine drones were shot down over the Ostrel valley on Monday.";
  articles[1].id = "b";
  articles[1].text = "Astana said nine drones were shot down over the Ostrel valley on Monday.";
  for (Article& article : articles) article.language = "en";
  const Account account = report(std::move(articles), marker, AccountRules(), 1);
  ASSERT_FALSE(account.points.empty());
  EXPECT_EQ(account.points.front().origins.max, 1u);
  std::string whys;
  for (const Entity& entity : account.entities) whys += entity.why;
  EXPECT_NE(whys.find("as a source it stands for \"Kazakhstan\": \"Astana\" is the capital of Kazakhstan"),
            std::string::npos)
      << whys;
}

}  // namespace
}  // namespace hearsay
