// Which names of a story's articles are one: what is joined, what is kept apart, what may be one; who speaks for
// whom, and which capital for which government. The room's result as text.
#include "identify/identify.h"

#include "marked_story.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::string names_of(const std::vector<std::string>& texts, const std::vector<NameRule>& rules = {}) {
  const MarkedStory story(texts);
  return to_text(identify(story.articles, story.marks, rules));
}

TEST(Entities, what_is_one_and_what_is_two) {
  const struct {
    const char* name;
    std::vector<std::string> texts;
    const char* printed;
  } rows[] = {
      {"no articles, no names", {}, ""},
      {"no names", {"It rained all day."}, ""},
      {"one name in two reports",
       {"Ada Holm left Torrin on Monday.", "Divers met Ada Holm."},
       "e1 person Ada Holm (2 mentions)\ne2 place Torrin (1 mention)\n"},
      {"a surname alone is the only one who has it",
       {"Ada Holm left the harbour.", "Ms Holm was late, the captain said."},
       "e1 person Ada Holm = Holm (2 mentions)\n"},
      {"... and nobody where two have it",
       {"Ada Holm met Ode Holm in the harbour.", "Holm was late, the captain said."},
       "e1 person Ada Holm (1 mention)\ne2 person Ode Holm (1 mention)\ne3 person Holm (1 mention) maybe e1 maybe "
       "e2\n"},
      {"a body introduced by its letters",
       {"The Torvik Maritime Office (TMO) sent divers.", "The TMO found nothing."},
       "e1 organization Torvik Maritime Office = TMO (3 mentions)\n"},
      {"a slip of the pen in a long name",
       {"Volodar Zelenkyi came to the harbour.", "Volodar Zelenkiy came to the harbour."},
       "e1 person Volodar Zelenkyi = Volodar Zelenkiy (2 mentions)\n"},
      {"a man and a woman are never one",
       {"Maria Holm met the captain.", "Mario Holm met the mayor."},
       "e1 person Maria Holm (1 mention)\ne2 person Mario Holm (1 mention)\n"},
      {"two states' ministries of one name are two",
       {"The Norlandish Foreign Ministry denied it.", "The Torrinese Foreign Ministry confirmed it."},
       "e1 organization Norlandish Foreign Ministry (1 mention)\ne2 organization Torrinese Foreign Ministry (1 "
       "mention)\n"},
      {"a company and its legal form",
       {"Torvik Lines Ltd was fined.", "Torvik Lines did not pay."},
       "e1 organization Torvik Lines Ltd = Torvik Lines (2 mentions)\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(names_of(row.texts), row.printed) << row.name;
}

TEST(Entities, an_officer_speaks_for_the_body_beside_his_name) {
  EXPECT_EQ(names_of({"Ada Holm, director of Torvik Lines, said the ferry had sunk."}),
            "e1 person Ada Holm (1 mention)\ne2 organization Torvik Lines (1 mention)\nAda Holm speaks for Torvik "
            "Lines: \"Ada Holm, director of Torvik Lines\"\n");
  EXPECT_EQ(names_of({"Ada Holm met Torvik Lines in court."}),
            "e1 person Ada Holm (1 mention)\ne2 organization Torvik Lines (1 mention)\n");
}

TEST(Entities, a_capital_stands_for_its_government) {
  EXPECT_EQ(names_of({"Kazakhstan shelled the depot.", "Astana denied the shelling."}),
            "e1 place Kazakhstan (1 mention)\ne2 place Astana (1 mention)\nAstana stands for Kazakhstan: \"Astana\" is "
            "the capital of Kazakhstan\n");
}

TEST(Entities, a_reader_s_word_goes_before_all_evidence) {
  const std::vector<std::string> texts = {"Ada Holm left.", "Ode Brandt left."};
  EXPECT_EQ(names_of(texts, {{"Ada Holm", "Ode Brandt", true}}), "e1 person Ada Holm = Ode Brandt (2 mentions)\n");
}

}  // namespace
}  // namespace hearsay
