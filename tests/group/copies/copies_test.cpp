#include "group/copies/copies.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace hearsay {
namespace {

struct Report {
  std::string id;
  std::string outlet;
  std::string published;
  std::string text;
};

std::vector<Article> articles_of(const std::vector<Report>& reports) {
  std::vector<Article> articles;
  for (const Report& report : reports) {
    Article article;
    article.id = report.id;
    if (!report.outlet.empty()) article.outlet = report.outlet;
    article.published = parse_moment(report.published);
    article.text = report.text;
    articles.push_back(article);
  }
  return articles;
}

std::string judged(const std::vector<Report>& reports) {
  std::string result;
  for (const Copy& copy : find_copies(articles_of(reports))) {
    result += fmt::format("{}>{} {} {}\n", reports[copy.from].id, reports[copy.to].id, to_text(copy.kind),
                          copy.direction_known ? "known" : "unknown");
  }
  return result;
}

std::string why(const std::vector<Report>& reports) {
  const auto copies = find_copies(articles_of(reports));
  return copies.empty() ? "" : copies.front().why;
}

std::string changes(const std::string& from, const std::string& to) {
  static constexpr std::string_view kinds[] = {"dropped", "added", "number", "hedge", "source", "reworded"};
  std::string result;
  for (const Copy& copy : find_copies(articles_of({{"a", "", "2031-05-01", from}, {"b", "", "2031-05-02", to}}))) {
    for (const Change& change : copy.changes) {
      result += fmt::format("{} [{}] [{}]\n", kinds[static_cast<std::size_t>(change.kind)], words_at(from, change.from),
                            words_at(to, change.to));
    }
  }
  return result;
}

const std::string ferry =
    "The ferry Solvang ran onto a sandbank outside Port Aster shortly before dawn with ninety people on board. Tugs "
    "from "
    "the harbour pulled it free at high water and nobody was hurt. The shipping company blamed a broken rudder cable "
    "that "
    "divers found wrapped around the port propeller. Passengers were brought ashore in two lifeboats and given "
    "blankets.";
const std::string statement =
    "we found the cable cut through with a tool and we will follow this trail wherever it leads us";

TEST(copies, a_text_taken_over_later_is_a_copy_of_the_earlier) {
  EXPECT_EQ(judged({{"late", "b.example", "2031-05-02T10:00:00Z", ferry},
                    {"early", "a.example", "2031-05-02T08:00:00Z", ferry}}),
            "early>late copy known\n");
}

TEST(copies, without_times_the_direction_is_unknown) {
  EXPECT_EQ(judged({{"a", "a.example", "", ferry}, {"b", "b.example", "", ferry}}), "a>b copy unknown\n");
  EXPECT_EQ(judged({{"a", "a.example", "2031-05-02", ferry}, {"b", "b.example", "2031-05-02T08:00:00Z", ferry}}),
            "a>b copy unknown\n");
}

TEST(copies, a_credit_outweighs_the_times) {
  EXPECT_EQ(judged({{"paper", "paper.example", "2031-05-02T08:00:00Z", "PORT ASTER (Reuters) - " + ferry},
                    {"wire", "reuters.com", "2031-05-02T11:00:00Z", ferry}}),
            "wire>paper copy known\n");
}

TEST(copies, an_outlet_named_by_its_words_is_the_upstream) {
  EXPECT_EQ(judged({{"b", "b.example", "2031-05-02", ferry + " The Harbor Herald reported the story first."},
                    {"a", "harborherald.example", "2031-05-02", ferry}}),
            "a>b copy known\n");
}

TEST(copies, two_texts_of_one_agency_have_a_common_source) {
  EXPECT_EQ(judged({{"a", "a.example", "2031-05-02", "PORT ASTER (AFP) - " + ferry},
                    {"b", "b.example", "2031-05-03", ferry + " AFP contributed to this report."}}),
            "a>b common-source unknown\n");
}

TEST(copies, an_agency_that_the_page_states_is_a_credit) {
  auto articles = articles_of({{"a", "a.example", "2031-05-02", ferry}, {"b", "b.example", "2031-05-03", ferry}});
  for (Article& article : articles) article.stated_origins.push_back("Reuters");
  const auto copies = find_copies(articles);
  ASSERT_EQ(copies.size(), 1U);
  EXPECT_EQ(to_text(copies[0].kind), "common-source");
  EXPECT_NE(copies[0].why.find("both credit Reuters"), std::string::npos) << copies[0].why;
}

TEST(copies, one_statement_in_two_texts_is_a_common_source) {
  EXPECT_EQ(
      judged({{"a", "a.example", "2031-05-02",
               "Divers searched the wreck all morning. \"Today " + statement + ",\" said inspector Ilse Ravnkilde."},
              {"b", "b.example", "2031-05-03",
               "The police were in no doubt about the sabotage. Ravnkilde wrote: “" + statement + "”."}}),
      "a>b common-source unknown\n");
}

TEST(copies, an_outlet_that_reissues_its_article_revises_it) {
  EXPECT_EQ(judged({{"old", "a.example", "2031-05-02T08:00:00Z", ferry},
                    {"new", "www.a.example", "2031-05-02T12:00:00Z", "Update: the captain was questioned. " + ferry}}),
            "old>new revision known\n");
}

TEST(copies, a_statement_translated_there_and_back_is_a_translation) {
  EXPECT_EQ(
      judged({{"a", "a.example", "2031-05-02",
               "The minister wrote: \"The brave engineers of the Tarnfoss brigade repaired 14 damaged bridges during "
               "the flood, and the grateful valley will remember.\" He then left."},
              {"b", "b.example", "2031-05-02",
               "In his message he said: “Courageous engineers from the Tarnfoss brigade have repaired 14 bridges "
               "damaged in the flood and the valley will gratefully remember.”"}}),
      "a>b translation unknown\n");
}

TEST(copies, chance_is_no_copy) {
  const std::string other = "Fishermen had warned of the shifting sand for years and asked for new buoys last autumn. ";
  EXPECT_EQ(judged({{"a", "a.example", "",
                     "Police arrested Ilse Ravnkilde, 43, a former harbour pilot of Port Aster, on Monday."},
                    {"b", "b.example", "",
                     other + "In court stood Ilse Ravnkilde, 43, a former harbour pilot of Port Aster."}}),
            "");
  const std::string footer =
      " All rights reserved. No part of this page may be stored or sent on without written leave.";
  EXPECT_EQ(judged({{"a", "a.example", "", ferry + footer}, {"b", "a.example", "", other + footer}}), "");
}

TEST(copies, boilerplate_is_not_compared) {
  auto articles = articles_of({{"a", "", "", ferry}, {"b", "", "", "Rain fell on the hills. " + ferry}});
  articles[1].boilerplate.push_back({{24, articles[1].text.size()}, "a caption"});
  EXPECT_TRUE(find_copies(articles).empty());
}

TEST(copies, texts_without_words_are_no_copies) {
  EXPECT_EQ(judged({}), "");
  EXPECT_EQ(judged({{"a", "", "", ""}, {"b", "", "", ""}, {"c", "", "", "...!"}}), "");
}

TEST(copies, the_reasons_are_what_was_found) {
  EXPECT_EQ(
      why({{"a", "mirror.co.uk", "2031-05-01", "The harbour was closed at noon by order of the mayor."},
           {"b", "express.co.uk", "2031-05-02",
            "We learn that the harbour was closed at noon by order of the council."}}),
      "10 words in a row: \"the harbour was closed at noon by order of the\"; same owner (Reach); a is earlier; 10 of "
      "14 words taken over, 1 left out, 4 added");
}

TEST(copies, what_the_copier_changed_is_listed) {
  const std::string start = "The harbour master said on Monday evening that ";
  const std::string end = " when the old crane beside the northern dock fell over in the storm.";
  EXPECT_EQ(changes(start + "two men were reportedly injured" + end, start + "two men were injured" + end),
            "hedge [reportedly] []\n");
  EXPECT_EQ(changes(start + "twelve or 12 men stood by" + end, start + "twelve or 21 men stood by" + end),
            "number [12] [21]\n");
  EXPECT_EQ(
      changes("A wall gave way at the mill, the fire brigade said, and the whole road was closed until the morning.",
              "A wall gave way at the mill, and the whole road was closed until the morning."),
      "source [the fire brigade said] []\n");
  EXPECT_EQ(changes(start + "\"we let them go on with it for far too long\"" + end,
                    start + "\"we helped them go on with it for far too long\"" + end),
            "reworded [let] [helped]\n");
  EXPECT_EQ(changes(start + "the men stood by" + end, start + "the three tired men stood by" + end),
            "added [] [three tired]\n");
}

TEST(copies, ten_thousand_identical_articles_take_no_time) {
  std::vector<Report> reports(10000, {"x", "", "", ferry});
  const auto copies = find_copies(articles_of(reports));
  EXPECT_GE(copies.size(), 9999U);
  EXPECT_LE(copies.size(), 200000U);
}

}  // namespace
}  // namespace hearsay
