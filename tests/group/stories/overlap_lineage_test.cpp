// What `group` says of two articles of a stream, from what is held of them alone.
#include "group/stories/grouper.h"

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

// Put into another language and back: names are respelled, titles moved and new sentences made, but what the text says
// comes in its order.
const std::string lighthouse =
    "The lighthouse on Gull Rock will be dark for the first time since it was built, the harbour office of Port Aster "
    "said on Monday. Its lamp burned out in the storm on 9 March and the company in Tarnfoss that made it closed in "
    "2019. \"There is no spare lamp anywhere on the coast,\" said Ilse Ravnkilde, who runs the office. Fishermen from "
    "Solvang, where 60 boats are registered, protested in front of the town hall. Pavel Drost, their spokesman, called "
    "the decision a danger to everyone at sea. A museum in Orlen keeps an old lantern from the keeper's cottage, but "
    "its curator doubts that it can be lit. Engineers want to try a solar battery on the roof in April. The ministry "
    "has promised 40,000 crowns for the repair, half of what the office asked for. Until then a ship with a siren will "
    "lie beside the rock at night.";
const std::string lighthouse_in_other_words =
    "For the first time since its building the beacon of Gull Rock stays unlit, as Port Aster's port authority made "
    "known at the start of the week. A gale on March 9 destroyed the lamp, and its maker, a firm from Tarnfos, gave up "
    "business in 2019. \"On this whole shore one cannot find another,\" explained the head of the authority, Ms "
    "Ravnkilde. From Solvang, home to sixty boats, fishermen came to protest at the town hall. According to their "
    "spokesman, whoever is at sea is put in danger. In a museum at Orlen stands the antique lantern of the keeper; the "
    "curator, however, has doubts whether it would still shine. Next month engineers will attempt it by means of a "
    "battery fed by solar power, fixed to the roof. For mending it 40,000 crowns were promised by the ministry, about "
    "half the sum wished for. In the meantime, every night a ship is to anchor near the rock and sound its siren.";
const std::string lighthouse_by_another =
    "Fishermen in Solvang are angry. Since the storm of 9 March no light has burned on Gull Rock, and on Monday the "
    "harbour office in Port Aster said that none will before the summer. A ship with a siren is all that they get, "
    "said Pavel Drost, spokesman for the owners of 60 boats, in front of the town hall. Ilse Ravnkilde, head of the "
    "office, blames the ministry, which has promised 40,000 crowns for the repair. Engineers had a battery and a "
    "lantern from a museum in Orlen in mind. The lamp was made in Tarnfoss by a company that closed in 2019, so there "
    "is no spare. A solar roof, one curator said, was a matter for April. Her keeper's cottage is closed at night.";

TEST(overlap_lineage, words_said_once_and_in_one_order_are_a_translation) {
  EXPECT_EQ(
      told({{"a.example", "2031-05-02T08:00:00Z", lighthouse},
            {"b.example", "2031-05-02T09:00:00Z", lighthouse_in_other_words}},
           true),
      "0>1 translation unknown\nin other words, 8 of 11 names, numbers and quotations in the same order, and 22 of 27 "
      "words said once; published later\n");
  EXPECT_EQ(told({{"a.example", "2031-05-02", lighthouse}, {"b.example", "2031-05-03", lighthouse_by_another}}), "");
}

TEST(overlap_lineage, the_same_names_in_another_order_are_no_translation) {
  EXPECT_EQ(told({{"a.example", "2031-05-02", flood}, {"b.example", "2031-05-03", flood_by_another}}), "");
}

TEST(overlap_lineage, the_weekly_column_of_an_outlet_is_no_translation) {
  EXPECT_EQ(told({{"a.example", "2031-05-02", flood}, {"a.example", "2031-05-09", flood_in_other_words}}), "");
}

}  // namespace
}  // namespace hearsay
