#include "measure/disagreements/disagreements.h"

#include "marked_story.h"
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
  std::vector<Article> articles;
  articles.push_back(report_of("Wennel Post", std::move(first), "2031-05-05"));
  articles.push_back(report_of("Radio Harrow", std::move(second), second_day));
  const Account account = report(std::move(articles), shared_marker(), AccountRules(), 1);
  std::string printed;
  for (const Point& point : account.points) {
    for (const Disagreement& d : point.disagreements)
      printed += std::string(to_text(d.kind)) + ' ' + std::string(to_text(d.relation)) + ": " + d.why + '\n';
  }
  return printed;
}

// What two reports of one day make of each other: their disagreements, "agree" for claims on one point without any,
// "apart" where nothing was compared.
std::string verdict(const char* first, const char* second) {
  std::vector<Article> articles;
  articles.push_back(report_of("Wennel Post", first, "2031-05-05"));
  articles.push_back(report_of("Radio Harrow", second, "2031-05-05"));
  const Account account = report(std::move(articles), shared_marker(), AccountRules(), 1);
  std::string printed;
  bool compared = false;
  for (const Point& point : account.points) {
    const std::size_t article = account.claims[point.claims.front()].article;
    for (const std::size_t claim : point.claims) compared = compared || account.claims[claim].article != article;
    for (const Disagreement& d : point.disagreements) {
      const std::string one = std::string(to_text(d.kind)) + ' ' + std::string(to_text(d.relation)) + ": " + d.why;
      if (printed.find(one) != std::string::npos) continue;  // a fact and the clause around it differ alike
      printed += (printed.empty() ? "" : "; ") + one;
    }
  }
  return printed.empty() ? (compared ? "agree" : "apart") : printed;
}

TEST(Disagreements, what_two_reports_make_of_each_other) {
  const struct {
    const char* first;
    const char* second;
    const char* verdict;
  } rows[] = {
      {"The storm killed 12 people in Brill on Monday, police said.",
       "The storm killed 12 people in Brill on Monday, the mayor said.", "agree"},
      {"The storm killed 12 people in Brill on Monday, police said.",
       "The storm killed 15 people in Brill on Monday, the mayor said.", "quantity conflict: \"12\" and \"15\""},
      {"The storm killed at least 12 people in Brill on Monday, police said.",
       "The storm killed more than 10 people in Brill on Monday, the mayor said.",
       "quantity compatible: \"at least 12\" and \"more than 10\""},
      {"The storm killed up to 12 people in Brill on Monday, police said.",
       "The storm killed 15 people in Brill on Monday, the mayor said.", "quantity conflict: \"up to 12\" and \"15\""},
      {"The storm killed dozens of people in Brill on Monday, police said.",
       "The storm killed 45 people in Brill on Monday, the mayor said.", "quantity compatible: \"dozens\" and \"45\""},
      {"The company lost 3 million crowns last year, its director said.",
       "The company lost 4 million crowns last year, the union said.",
       "quantity conflict: \"3 million\" and \"4 million\""},
      {"The company lost 3 million crowns last year, its director said.",
       "The company lost 3,000,000 crowns last year, the union said.", "agree"},
      {"The pass is 2,000 metres high, the guide said.", "The pass is 2 kilometres high, the map says.", "agree"},
      {"Prices rose by 4 percent in May, the bank said.", "Prices rose by 6 percent in May, the ministry said.",
       "quantity conflict: \"4 percent\" and \"6 percent\""},
      {"The boy, 12, was found in Brill on Monday.", "The boy, 14, was found in Brill on Monday.",
       "quantity conflict: \"12\" and \"14\""},
      {"The plane carried 120 passengers, the airline said.",
       "The plane carried 120 passengers and six crew, the airline said.", "agree"},
      {"The plane carried 120 passengers, the airline said.", "The plane carried 118 passengers, the airport said.",
       "quantity conflict: \"120\" and \"118\""},
      {"The meeting lasted three hours, an aide said.", "The meeting lasted five hours, a guard said.",
       "quantity conflict: \"three hours\" and \"five hours\""},
      {"The trial begins on 3 June, the court said.", "The trial begins on 10 June, the lawyer said.",
       "date conflict: \"3 June\" (2031-06-03) and \"10 June\" (2031-06-10)"},
      {"The blast happened at 9am, police said.", "The blast happened at 11am, a nurse said.",
       "date conflict: \"9am\" and \"11am\""},
      {"The blast happened at about 9am, police said.", "The blast happened at 9.10am, a nurse said.", "agree"},
      {"The suspect was arrested in Selvik, police said.", "The suspect was arrested in Tirkul, his wife said.",
       "place conflict: \"Selvik\" and \"Tirkul\""},
      {"The suspect was arrested in Selvik, police said.",
       "The suspect was arrested at the harbour in Selvik, his wife said.", "agree"},
      {"The army fired the rocket at Ostrel, the rebels said.", "The rebels fired the rocket at Ostrel, the army said.",
       "actor conflict: \"army\" and \"rebels\" for one deed"},
      {"The ministry confirmed that the reactor was damaged.", "The ministry denied that the reactor was damaged.",
       "polarity conflict: 1 report asserts it, 1 denies it"},
      {"The reactor was damaged, an engineer said.", "The reactor was not damaged, the ministry said.",
       "polarity conflict: 1 report asserts it, 1 denies it"},
      {"The miners are dead, the owner said.", "The miners are alive, a rescuer said.",
       "polarity conflict: \"dead\" and \"alive\""},
      {"The dam was safe, the ministry said.", "The dam was unsafe, an inspector said.",
       "polarity conflict: \"safe\" and \"unsafe\""},
      {"The ship sank with 40 sailors on board, the navy said.",
       "The ship sank with 52 sailors on board, the port said.", "quantity conflict: \"40\" and \"52\""},
  };
  for (const auto& row : rows)
    EXPECT_EQ(verdict(row.first, row.second), row.verdict) << row.first << '\n' << row.second;
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

TEST(Disagreements, a_deed_told_the_other_way_round_is_a_conflict) {
  const struct {
    const char* first;
    const char* second;
    bool conflict;
  } rows[] = {
      {"Norlan defeated Tirkul in the final on Monday.", "Tirkul defeated Norlan in the final on Monday.", true},
      {"Norlan defeated Tirkul in the final on Monday.", "Norlan was defeated by Tirkul in the final on Monday.", true},
      {"Norlan defeated Tirkul in the final on Monday.", "Tirkul was defeated by Norlan in the final on Monday.",
       false},
      // What goes on between two; what is only supposed.
      {"Ana Vell met Josef Kalm in Ostrel on Monday.", "Josef Kalm met Ana Vell in Ostrel on Monday.", false},
      {"Ana Vell beat Josef Kalm in the vote on Monday.",
       "If Josef Kalm beat Ana Vell in the vote on Monday, he stays.", false},
  };
  for (const auto& row : rows) {
    const std::string found = differences(row.first, row.second);
    EXPECT_EQ(found.find("actor conflict") != std::string::npos, row.conflict) << row.second << ' ' << found;
  }
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

// Of two reports, whether one denies what the other asserts.
TEST(Disagreements, yes_and_no_for_one_fact_are_a_conflict_and_nothing_less_is) {
  const struct {
    const char* first;
    const char* second;
    bool conflict;
  } rows[] = {
      {"Two sailors were injured by the blast on the pier.", "Nobody was injured by the blast on the pier.", true},
      {"The crew opened the lock gate before the flood.", "The crew did not open the lock gate before the flood.",
       true},
      {"The minister denied that the crew opened the lock gate.", "The crew opened the lock gate, the pilot said.",
       true},
      // It denies only that this is all.
      {"The crew opened the lock gate before the flood.", "The crew did not just open the lock gate before the flood.",
       false},
      // A condition, a wish, an order; another modal verb.
      {"If the crew opened the lock gate, the town is lost.", "The crew did not open the lock gate.", false},
      {"The crew will open the lock gate.", "The crew could not open the lock gate.", false},
      {"Open the lock gate, the sign says.", "The crew did not open the lock gate.", false},
      // "I" is another in each mouth, and other things are done to other things.
      {"\"I saw the boat go down,\" Ana Vell said.", "\"I never saw the boat go down,\" Josef Kalm said.", false},
      {"The crew opened the lock gate before the flood.", "The guard did not open the letter before the flood.", false},
      // "not the second year that a, the second year that b"
      {"It was the second year that a barge lit the bridge, she said.",
       "It was not the second year that a ferry lit the bridge, she said.", false},
  };
  for (const auto& row : rows) {
    const std::string found = differences(row.first, row.second);
    EXPECT_EQ(found.find("polarity conflict") != std::string::npos, row.conflict) << row.first << '\n'
                                                                                  << row.second << '\n'
                                                                                  << found;
  }
}

TEST(Disagreements, one_speaker_in_one_report_does_not_contradict_himself) {
  EXPECT_EQ(differences("The crew opened the lock gate, the pilot said. The crew did not open the lock gate at first, "
                        "the pilot said.",
                        "The town lies below the lock."),
            "");
}

// Second report on the day given. Whether the dates of the two are in conflict.
TEST(Disagreements, two_days_or_hours_for_one_thing_are_a_conflict) {
  const struct {
    const char* first;
    const char* second;
    const char* second_day;
    bool conflict;
  } rows[] = {
      {"The permit of the ferry lapsed in December 2030.", "The permit of the ferry lapsed in November 2030.",
       "2031-05-05", true},
      {"The ferry hit the bridge at 7.24am.", "The ferry hit the bridge at 7.50am.", "2031-05-05", true},
      {"The ferry hit the bridge around 7.30am.", "The ferry hit the bridge at 7.24am.", "2031-05-05", false},
      // Printed again a week later, "Wednesday" is still the same one, and "noon" the same noon.
      {"The ferry hit the bridge on Wednesday.", "The ferry hit the bridge on Wednesday.", "2031-05-12", false},
      {"The ferry hit the bridge at 7:24 a.m. Wednesday.", "The ferry hit the bridge at 7.24am on Wednesday.",
       "2031-05-12", false},
      {"The ferry hit the bridge shortly after noon.", "The ferry hit the bridge shortly after noon.", "2031-05-07",
       false},
      // A length of time is no day, and years apart is another event.
      {"The ferry was closed in April 2031.", "The ferry was closed for the past eight weeks.", "2031-05-05", false},
      {"The ferry hit the bridge in 2013.", "The ferry hit the bridge on Monday.", "2031-05-05", false},
      {"The ferry was built 20 years ago.", "The ferry was built in 2010.", "2031-05-05", false},
  };
  for (const auto& row : rows) {
    const std::string found = differences(row.first, row.second, row.second_day);
    EXPECT_EQ(found.find("date conflict") != std::string::npos, row.conflict) << row.first << '\n'
                                                                              << row.second << '\n'
                                                                              << found;
  }
}

// Whether the numbers of the two are said to differ.
TEST(Disagreements, measures_are_held_against_each_other_when_they_are_of_one_thing) {
  const struct {
    const char* first;
    const char* second;
    bool differ;
  } rows[] = {
      {"The rocket reached a height of 300 km on Monday.", "The rocket reached a height of 450 km on Monday.", true},
      {"The rocket reached a height of 149.6 feet.", "The rocket reached a height of 150 feet.", false},
      {"Shares of Norrin Foods fell 3 percent on Monday.", "Shares of Vell Marine fell 4 percent on Monday.", false},
      {"The hospital has treated 60 people, its director said.",
       "Nineteen of them were still treated in hospital on Monday, its director said.", false},
      // Stretches of time are compared as days.
      {"The harbour was closed for the past ten days.", "The harbour was closed for the past six days.", false},
      {"The ferry fell 3 metres in the storm on Monday.", "The crane fell 9 metres in the storm on Monday.", false},
  };
  for (const auto& row : rows) {
    const std::string found = differences(row.first, row.second);
    EXPECT_EQ(found.find("quantity") != std::string::npos, row.differ)
        << row.first << ' ' << row.second << ' ' << found;
  }
}

// Only who reads both sentences sees what the third share stands against.
TEST(Disagreements, of_two_measures_in_one_claim_neither_is_held_against_that_of_another) {
  const std::string one = "quantity conflict: \"48 percent\" and \"45 percent\"\n";
  EXPECT_EQ(differences("The League won the vote with 48 percent.", "The League won the vote with 45 percent."), one);
  const std::string found = differences("The League won the vote, 48 percent to 41 percent, on Monday.",
                                        "The League won just 5 percent in the vote on Monday.");
  EXPECT_EQ(found.find('"'), std::string::npos) << found;
  EXPECT_EQ(differences("The barge held 48 tonnes of coal and 12 tonnes of oil.", "The barge held 45 tonnes of coal."),
            "quantity conflict: \"48 tonnes\" and \"45 tonnes\"\n");
}

TEST(Disagreements, a_number_given_in_two_units_differs_once) {
  EXPECT_EQ(differences("The rocket reached a height of 300 km (186 miles) on Monday.",
                        "The rocket reached a height of 450 km (280 miles) on Monday."),
            "quantity conflict: \"300 km\" and \"450 km\"\n");
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
  // Another spelling, and a statement that each quotes once whole and once in part.
  EXPECT_EQ(differences("\"We organised the travelling kitchens of every port,\" port director Ana Vell said.",
                        "\"We organized the traveling kitchens of every port,\" port director Ana Vell said."),
            "");
}

}  // namespace
}  // namespace hearsay
