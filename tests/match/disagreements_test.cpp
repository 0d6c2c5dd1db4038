#include "match/disagreements.h"

#include "run/engine.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

Article report_of(std::string outlet, std::string text, const char* published) {
  Article article;
  article.id = article.outlet.emplace(std::move(outlet));
  article.text = std::move(text);
  article.language = "en";
  article.published = parse_moment(published);
  return article;
}

// The disagreements of two reports of one event: "place conflict: "Ostrel" and "Tirkul"", one a line.
std::string differences(std::string first, std::string second, const char* second_day = "2031-05-05") {
  static const Marker marker;
  std::vector<Article> articles;
  articles.push_back(report_of("Wennel Post", std::move(first), "2031-05-05"));
  articles.push_back(report_of("Radio Harrow", std::move(second), second_day));
  const Account account = report(std::move(articles), marker, 1);
  std::string printed;
  for (const Point& point : account.points) {
    for (const Disagreement& d : point.disagreements)
      printed += std::string(to_text(d.kind)) + ' ' + std::string(to_text(d.relation)) + ": " + d.why + '\n';
  }
  return printed;
}

TEST(Disagreements, two_places_for_one_thing_are_a_conflict) {
  EXPECT_EQ(differences("The four hostages were freed in Ostrel on Monday, the ministry said.",
                        "The four hostages were freed in Tirkul on Monday, a relief worker said."),
            "place conflict: \"Ostrel\" and \"Tirkul\"\n");
}

TEST(Disagreements, places_that_a_report_puts_near_one_another_are_compatible) {
  EXPECT_EQ(differences("The four hostages were freed in Ostrel on Monday, the ministry said.",
                        "The four hostages were freed in Tirkul on Monday, a relief worker said. The road leads to "
                        "Tirkul, 15 kilometres from Ostrel."),
            "place compatible: \"Ostrel\" and \"Tirkul\", which a report puts near one another\n");
}

TEST(Disagreements, a_place_that_may_hold_the_other_is_no_disagreement) {
  EXPECT_EQ(differences("The four hostages were freed in Ostrel on Monday, the ministry said.",
                        "The four hostages were freed in Kenya on Monday, a relief worker said."),
            "");
  EXPECT_EQ(differences("The four hostages were freed in Ostrel on Monday, the ministry said.",
                        "The four hostages were freed in Tirkul on Monday, a relief worker said. A convoy left for "
                        "Ostrel in the Tirkul region."),
            "");
}

TEST(Disagreements, an_article_that_gives_both_places_is_against_neither) {
  EXPECT_EQ(differences("The four hostages were freed in Ostrel on Monday, the ministry said.",
                        "The four hostages were freed in Ostrel on Monday, an aide said. The four hostages were freed "
                        "in Tirkul on Monday, a relief worker said."),
            "");
}

TEST(Disagreements, one_deed_of_two_doers_is_a_conflict) {
  EXPECT_EQ(differences("The rebels shelled the grain depot on Monday, the governor said.",
                        "The army shelled the grain depot on Monday, a resident said."),
            "actor conflict: \"rebels\" and \"army\" for one deed\n");
  EXPECT_EQ(differences("Ana Vell fired the first shot at the gate, the court heard.",
                        "The first shot at the gate was fired by Josef Kalm, the court heard."),
            "actor conflict: \"Ana Vell\" and \"Josef Kalm\" for one deed\n");
}

TEST(Disagreements, a_doer_who_may_be_the_other_is_no_disagreement) {
  EXPECT_EQ(differences("Gunmen shelled the grain depot on Monday, the governor said.",
                        "The rebels shelled the grain depot on Monday, a resident said."),
            "");
  EXPECT_EQ(differences("The Norlandish army shelled the grain depot on Monday, the governor said.",
                        "The army shelled the grain depot on Monday, a resident said."),
            "");
  EXPECT_EQ(differences("Ana Vell fired the first shot at the gate, the court heard.",
                        "The guard fired the first shot at the gate, the court heard."),
            "");
}

TEST(Disagreements, what_many_can_do_at_once_is_no_deed_of_one) {
  EXPECT_EQ(differences("Norland condemned the attack on the depot on Monday.",
                        "Vostria condemned the attack on the depot on Monday."),
            "");
}

TEST(Disagreements, the_dead_and_all_who_were_hit_are_counted_apart) {
  EXPECT_EQ(differences("The tram crash near the market left 7 people dead, the fire service said.",
                        "The tram crash near the market left 12 casualties, the fire service said."),
            "scope scope: \"7\" and \"12\" count different things\n");
}

TEST(Disagreements, one_speakers_words_quoted_in_two_ways_are_a_translation) {
  EXPECT_EQ(differences("\"It was a human mistake,\" port director Ana Vell said.",
                        "\"This was the mistake of a person,\" stated Ana Vell."),
            "wording translation: Ana Vell is quoted in two wordings; 4 words of the one are not in the other\n");
  EXPECT_EQ(differences("\"It was a human mistake,\" port director Ana Vell said.",
                        "\"It was a great human mistake,\" port director Ana Vell said."),
            "");
}

}  // namespace
}  // namespace hearsay
