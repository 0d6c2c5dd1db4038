// What `group` says of two articles of a stream, from what is held of them alone.
#include "group/grouper.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace hearsay {
namespace {

struct Report {
  std::string outlet;
  std::string published;
  std::string text;
};

// Copies as "0>1 copy known", with their changes as "kind [words] [words]" and, where `with_why`, the reasons.
std::string told(const std::vector<Report>& reports, bool with_why = false) {
  Grouper grouper({});
  for (std::size_t i = 0; i < reports.size(); ++i) {
    Article article;
    article.id = fmt::format("{}", i);
    if (!reports[i].outlet.empty()) article.outlet = reports[i].outlet;
    article.published = parse_moment(reports[i].published);
    article.text = reports[i].text;
    grouper.add(article);
  }
  std::string result;
  for (const Story& story : grouper.stories()) {
    for (const Copy& copy : story.copies) {
      result += fmt::format("{}>{} {} {}\n", copy.from, copy.to, to_text(copy.kind),
                            copy.direction_known ? "known" : "unknown");
      for (const Change& change : copy.changes) {
        result += fmt::format("{} [{}] [{}]\n", to_text(change.kind), words_at(reports[copy.from].text, change.from),
                              words_at(reports[copy.to].text, change.to));
      }
      if (with_why) result += copy.why + "\n";
    }
  }
  return result;
}

const std::string flood =
    "The river Orlen burst its banks at Tarnfoss on Monday night and 14 bridges were damaged, governor Ilse Ravnkilde "
    "said. \"We have never seen so much water,\" she told reporters in Port Aster. Some 2,300 people reportedly had to "
    "leave their homes. The Solvang dam held, engineer Pavel Drost said, but 3 gates no longer close. \"It will take 6 "
    "weeks to repair them,\" he said. Prime minister Arno Vex is due to visit Tarnfoss on Thursday.";
const std::string flood_in_other_words =
    "On Monday night Orlen waters flooded over the dykes near Tarnfoss, damaging 14 crossings, according to the head "
    "of the province, Ilse Ravnkilde. \"Never before did such quantities of water come,\" she explained to the press "
    "at Port Aster. About 2,300 inhabitants were forced out of their houses. At Solvang the barrage withstood, "
    "explained the technician Pavel Drost, although 3 of its sluices cannot be shut any more. \"Their mending needs 6 "
    "weeks,\" he added. The head of government, Arno Vex, wants to come to Tarnfoss on Thursday.";
const std::string flood_by_another =
    "Engineers were working on the Solvang dam on Tuesday after the worst flood in memory. Pavel Drost, who leads "
    "them, counts 3 broken gates. At Tarnfoss 14 bridges are gone. Ilse Ravnkilde said 2,300 people had fled, most of "
    "them from Port Aster. Arno Vex will come on Thursday, in 6 weeks the gates should work.";

std::string with(std::string text, const std::string& old_words, const std::string& new_words) {
  const std::size_t place = text.find(old_words);
  EXPECT_NE(place, std::string::npos) << old_words;
  return text.replace(place, old_words.size(), new_words);
}

TEST(overlap_lineage, what_the_copier_changed_is_listed) {
  const Report first{"a.example", "2031-05-02T08:00:00Z", flood};
  const auto changed = [&](const std::string& old_words, const std::string& new_words) {
    return told({first, {"b.example", "2031-05-02T09:00:00Z", with(flood, old_words, new_words)}});
  };
  EXPECT_EQ(changed("reportedly had", "had"), "0>1 copy known\nhedge [reportedly] []\n");
  EXPECT_EQ(changed("14 bridges", "41 bridges"), "0>1 copy known\nnumber [14] [41]\n");
  EXPECT_EQ(changed("but 3 gates", "but four gates"), "0>1 copy known\nnumber [3] [four]\n");
  EXPECT_EQ(changed("but 3 gates", "but three gates"), "0>1 copy known\nreworded [3] [three]\n");
  EXPECT_EQ(changed(", engineer Pavel Drost said, but", ", but"),
            "0>1 copy known\nsource [engineer Pavel Drost said] []\n");
  EXPECT_EQ(changed("seen so much", "seen this much"), "0>1 copy known\nreworded [so] [this]\n");
  EXPECT_EQ(changed("leave their homes", "leave their two homes"), "0>1 copy known\nadded [] [two]\n");
  EXPECT_EQ(changed(" Prime minister Arno Vex is due to visit Tarnfoss on Thursday.", ""),
            "0>1 copy known\ndropped [Prime minister Arno Vex is due to visit Tarnfoss on Thursday] []\n");
}

TEST(overlap_lineage, changes_that_lie_close_together_are_told_apart) {
  EXPECT_EQ(told({{"a.example", "2031-05-02T08:00:00Z", flood},
                  {"b.example", "2031-05-02T09:00:00Z",
                   with(with(flood, "14 bridges were damaged, governor Ilse Ravnkilde said", "41 bridges were damaged"),
                        "We have never", "We have not")}}),
            "0>1 copy known\nnumber [14] [41]\nsource [governor Ilse Ravnkilde said] []\nreworded [never] [not]\n");
}

TEST(overlap_lineage, the_later_text_is_the_copy) {
  EXPECT_EQ(told({{"b.example", "2031-05-02T09:00:00Z", flood}, {"a.example", "2031-05-02T08:00:00Z", flood}}),
            "1>0 copy known\n");
  EXPECT_EQ(told({{"b.example", "", flood}, {"a.example", "", flood}}), "0>1 copy unknown\n");
  EXPECT_EQ(told({{"b.example", "2031-05-02", flood}, {"a.example", "2031-05-02T08:00:00Z", flood}}),
            "0>1 copy unknown\n");
}

TEST(overlap_lineage, an_agency_credited_by_its_copier_came_first) {
  EXPECT_EQ(told({{"paper.example", "2031-05-02T08:00:00Z", "TARNFOSS (Reuters) - " + flood},
                  {"reuters.com", "2031-05-02T11:00:00Z", flood}},
                 true),
            "1>0 copy known\nadded [] [TARNFOSS (Reuters]\n77 of 79 words stand in both, 77 in a row, 0 left out, 2 "
            "added; credits Reuters\n");
}

TEST(overlap_lineage, an_outlet_named_by_its_copier_came_first) {
  const auto named = [&](const std::string& mention, const std::string& outlet) {
    const std::string printed = told({{"b.example", "2031-05-02", flood + mention}, {outlet, "2031-05-02", flood}});
    return printed.substr(0, printed.find('\n'));
  };
  EXPECT_EQ(named(" The Harbor Herald reported it first.", "harborherald.example"), "1>0 copy known");
  EXPECT_EQ(named(" So the FT reported.", "ft.com"), "1>0 copy known");
  EXPECT_EQ(named(" So the Financial Times reported.", "www.ft.com"), "1>0 copy known");
  EXPECT_EQ(named(" According to the Times of Solvang, rain is near.", "timesofsolvang.example"), "1>0 copy known");
  EXPECT_EQ(named(" Rain is near.", "timesofsolvang.example"), "0>1 copy unknown");
  EXPECT_EQ(named(" The Harbor Herald building stands in water.", "harborherald.example"), "0>1 copy unknown");
}

TEST(overlap_lineage, two_texts_of_one_agency_have_a_common_source) {
  EXPECT_EQ(told({{"a.example", "2031-05-02", "TARNFOSS (AFP) - " + flood},
                  {"b.example", "2031-05-03", flood + " AFP contributed to this report."}}),
            "0>1 common-source unknown\n");
}

TEST(overlap_lineage, one_statement_in_two_texts_is_a_common_source) {
  const std::string statement =
      "\"We found the cable cut through with a tool, and we will follow this trail wherever it leads us. No one who "
      "was "
      "on board need fear to talk, and whoever knows of this tool should come to our office by the quay tonight.\"";
  EXPECT_EQ(told({{"a.example", "2031-05-02", "Inspector Ilse Ravnkilde said: " + statement},
                  {"b.example", "2031-05-03", statement + " So wrote the inspector."}}),
            "0>1 common-source unknown\n");
}

TEST(overlap_lineage, an_outlet_that_reissues_its_article_revises_it) {
  EXPECT_EQ(
      told({{"a.example", "2031-05-02T08:00:00Z", flood},
            {"www.a.example", "2031-05-02T12:00:00Z", with(flood, "14 bridges", "15 bridges")}},
           true),
      "0>1 revision known\nnumber [14] [15]\n76 of 77 words stand in both, 64 in a row, 1 left out, 1 added; same "
      "outlet; published later\n");
}

TEST(overlap_lineage, two_unknown_outlets_are_not_one) {
  EXPECT_EQ(told({{"", "2031-05-02", flood}, {"", "2031-05-03", flood}}), "0>1 copy known\n");
}

TEST(overlap_lineage, an_article_inside_another_is_its_source) {
  std::string other = "Rain had fallen on the hills for nine days before anyone in the valley took notice of it. ";
  for (int i = 0; i < 3; ++i) other += other;
  EXPECT_EQ(
      told({{"a.example", "2031-05-02", flood}, {"b.example", "2031-05-03", other + flood + other}}).substr(0, 15),
      "0>1 copy known\n");
}

TEST(overlap_lineage, outlets_of_one_owner_are_told) {
  const std::string printed =
      told({{"mirror.co.uk", "2031-05-02", flood}, {"express.co.uk", "2031-05-03", flood}}, true);
  EXPECT_NE(printed.find("same owner (Reach)"), std::string::npos) << printed;
}

TEST(overlap_lineage, other_words_for_the_same_names_numbers_and_quotations_are_a_translation) {
  EXPECT_EQ(
      told({{"a.example", "2031-05-02T08:00:00Z", flood}, {"b.example", "2031-05-02T09:00:00Z", flood_in_other_words}},
           true),
      "0>1 translation unknown\nin other words, 15 of 16 names, numbers and quotations in the same order; "
      "published later\n");
}

TEST(overlap_lineage, the_same_names_in_another_order_are_no_translation) {
  EXPECT_EQ(told({{"a.example", "2031-05-02", flood}, {"b.example", "2031-05-03", flood_by_another}}), "");
}

TEST(overlap_lineage, the_weekly_column_of_an_outlet_is_no_translation) {
  EXPECT_EQ(told({{"a.example", "2031-05-02", flood}, {"a.example", "2031-05-09", flood_in_other_words}}), "");
}

}  // namespace
}  // namespace hearsay
