// The program's own words: counts, brackets, numbers, days and values, as a reader sees them.
#include "present/words/phrases.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <string>

namespace hearsay {
namespace {

Day day(const char* iso) { return parse_moment(iso)->day; }

TEST(Phrases, a_count_agrees_with_its_noun) {
  EXPECT_EQ(counted(0, "report", "reports"), "0 reports");
  EXPECT_EQ(counted(1, "report", "reports"), "1 report");
  EXPECT_EQ(counted(2, "report", "reports"), "2 reports");
}

TEST(Phrases, a_bracket_is_never_a_bare_number_where_it_is_open) {
  const struct {
    std::size_t min, max;
    const char* phrase;
  } rows[] = {
      {0, 0, "0 origins"},
      {1, 1, "1 origin"},
      {2, 2, "2 origins"},
      {0, 1, "at most 1 origin"},
      {1, 2, "at least 1, at most 2 origins"},
      {2, 3, "at least 2, at most 3 origins"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(bracket_phrase({row.min, row.max, {}}, "origin", "origins"), row.phrase) << row.min << ' ' << row.max;
}

TEST(Phrases, a_number_is_written_as_news_writes_it) {
  const struct {
    double number;
    const char* phrase;
  } rows[] = {
      {0, "0"},
      {7, "7"},
      {999, "999"},
      {1000, "1,000"},
      {12345, "12,345"},
      {1234567, "1,234,567"},
      {2.5, "2.5"},
      {0.25, "0.25"},
      {-3, "-3"},
      {1000.5, "1,000.5"},
      {74600000000.0, "74,600,000,000"},
      {-2.5e9, "-2,500,000,000"},
  };
  for (const auto& row : rows) EXPECT_EQ(number_phrase(row.number), row.phrase);
}

TEST(Phrases, days_and_moments) {
  EXPECT_EQ(day_phrase(day("2031-03-04")), "4 March 2031");
  EXPECT_EQ(short_day_phrase(day("2031-03-04")), "4 Mar");
  EXPECT_EQ(month_phrase(day("2031-03-04")), "March 2031");
  EXPECT_EQ(day_phrase(day("2031-12-31")), "31 December 2031");
  EXPECT_EQ(moment_phrase(*parse_moment("2031-03-04T06:40:00Z")), "4 March 2031, 06:40 UTC");
  EXPECT_EQ(moment_phrase(*parse_moment("2031-03-04")), "4 March 2031");
}

TEST(Phrases, the_days_of_a_story_say_no_month_or_year_twice) {
  const struct {
    std::optional<Day> begin, end;
    const char* phrase;
  } rows[] = {
      {day("2031-03-04"), day("2031-03-06"), "4 to 6 March 2031"},
      {day("2031-03-30"), day("2031-04-02"), "30 March to 2 April 2031"},
      {day("2031-12-30"), day("2032-01-02"), "30 December 2031 to 2 January 2032"},
      {day("2031-03-04"), day("2031-03-04"), "4 March 2031"},
      {day("2031-03-04"), std::nullopt, "4 March 2031"},
      {std::nullopt, std::nullopt, ""},
  };
  for (const auto& row : rows) EXPECT_EQ(days_phrase(row.begin, row.end), row.phrase);
}

QuantityValue quantity(std::optional<double> low, std::optional<double> high, bool approximate = false,
                       std::optional<std::string> unit = std::nullopt) {
  return {low, high, approximate, std::move(unit), std::nullopt};
}

TEST(Phrases, a_quantity_says_how_it_was_read) {
  const struct {
    QuantityValue value;
    const char* phrase;
  } rows[] = {
      {quantity(60, 60), "60"},
      {quantity(60, {}), "at least 60"},
      {quantity({}, 60), "at most 60"},
      {quantity(60, 60, true), "about 60"},
      {quantity(60, 70), "60 to 70"},
      {quantity(12000, 12000), "12,000"},
      {quantity(1, 1, false, "kilometre"), "1 kilometre"},
      {quantity(60, 70, false, "kilometre"), "60 to 70 kilometres"},
      {quantity(6, 6, false, "foot"), "6 feet"},
      {quantity(4, 4, false, "percent"), "4%"},
      {quantity(90, 90, false, "kilometre per hour"), "90 kilometres per hour"},
  };
  for (const auto& row : rows) EXPECT_EQ(value_phrase(row.value), row.phrase);
}

TEST(Phrases, dates_and_places_as_values) {
  Account account;
  account.entities.emplace_back().name = "Torrin";
  const auto date = [](const char* from, const char* to) { return Value{{}, DateValue{day(from), day(to), ""}}; };
  EXPECT_EQ(value_phrase(date("2031-10-01", "2031-10-31"), account), "October 2031");
  EXPECT_EQ(value_phrase(date("2031-10-09", "2031-10-09"), account), "9 October 2031");
  EXPECT_EQ(value_phrase(Value{{}, PlaceValue{0}}, account), "Torrin");
  EXPECT_EQ(brief_value_phrase(date("2031-10-01", "2031-10-31"), account), "Oct 2031");
  EXPECT_EQ(brief_value_phrase(date("2031-10-09", "2031-10-09"), account), "9 Oct");
  EXPECT_EQ(brief_value_phrase(Value{{}, quantity(40, 50)}, account), "40-50");
  EXPECT_EQ(brief_value_phrase(Value{{}, quantity(40, {})}, account), "40+");
}

TEST(Phrases, who_says_it_and_through_whom) {
  Claim claim;
  EXPECT_EQ(chain_phrase(claim), "in its own voice");
  claim.sources = {{"Ada Holm", std::nullopt, {}}};
  EXPECT_EQ(chain_phrase(claim), "Ada Holm");
  claim.sources = {{"Nordwire", std::nullopt, {}}, {"Ada Holm", std::nullopt, {}}};
  EXPECT_EQ(chain_phrase(claim), "Ada Holm, through Nordwire");
}

TEST(Phrases, a_newsroom_without_an_outlet_goes_by_its_article) {
  Article article;
  article.id = "004";
  EXPECT_EQ(newsroom_name(article), "004");
  article.outlet = "Wennel Post";
  EXPECT_EQ(newsroom_name(article), "Wennel Post");
}

TEST(Phrases, each_standing_and_difference_has_words_of_its_own) {
  std::set<std::string> seen;
  for (const Standing standing : {Standing::corroborated, Standing::single_origin, Standing::contested,
                                  Standing::unanswered, Standing::background})
    EXPECT_TRUE(seen.insert(std::string(standing_phrase(standing))).second) << to_text(standing);
  using enum DisagreementKind;
  const struct {
    DisagreementKind kind;
    DisagreementRelation relation;
    const char* phrase;
  } rows[] = {
      {quantity, DisagreementRelation::conflict, "Conflict over the number"},
      {date, DisagreementRelation::conflict, "Conflict over the date"},
      {place, DisagreementRelation::conflict, "Conflict over the place"},
      {actor, DisagreementRelation::conflict, "Conflict over who it was"},
      {polarity, DisagreementRelation::conflict, "Conflict over whether it is so"},
      {date, DisagreementRelation::compatible, "Compatible on the date"},
  };
  for (const auto& row : rows) {
    Disagreement difference;
    difference.kind = row.kind;
    difference.relation = row.relation;
    EXPECT_EQ(difference_phrase(difference), row.phrase);
  }
}

}  // namespace
}  // namespace hearsay
