// Who is said to have done a deed: on trees by hand, with the words of data/deeds.txt.
#include "measure/evidence/deeds.h"

#include "hand_trees.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

// "act of whom by whom (party or name, whose)"; nothing where the sentence tells of no deed. `names` stand in the text.
std::string deed_in(const std::string& line, const std::vector<std::string>& names = {}) {
  static const DeedWords words;
  HandTree tree = by_hand(line);
  Marks marks;
  marks.dissection.tokens = std::move(tree.tokens);
  marks.dissection.sentences = {{{0, tree.text.size()}, 0, static_cast<std::uint32_t>(marks.dissection.tokens.size())}};
  std::vector<std::size_t> entity_of_named;
  for (const std::string& name : names) {
    const std::size_t begin = tree.text.find(name);
    marks.names.mentions.push_back({{begin, begin + name.size()},
                                    EntityKind::organization,
                                    static_cast<std::uint32_t>(entity_of_named.size()),
                                    ""});
    entity_of_named.push_back(entity_of_named.size() + 7);
  }
  std::uint32_t head = 0;
  while (marks.dissection.tokens[head].head != no_head) ++head;
  FoundClaim found;
  found.claim.span = found.proposition.span = {0, tree.text.size()};
  found.proposition.head = head;
  const auto deed = deed_of(found, tree.text, marks, Tree(marks.dissection), entity_of_named, words);
  if (!deed) return "";
  return fmt::format("{} of {} by {} ({}{})", deed->act, deed->done_to, words_at(tree.text, deed->doer),
                     deed->entity ? fmt::format("e{}", *deed->entity) : deed->party,
                     deed->side.empty() ? "" : ", " + deed->side);
}

TEST(Deeds, the_doer_is_found_however_it_is_told) {
  const struct {
    const char* name;
    const char* tree;
    std::vector<std::string> names;
    const char* deed;
  } rows[] = {
      {"in the active",
       "rebels/NOUN/2/nsubj bomb/VERB/0/root the/DET/4/det depot/NOUN/2/obj",
       {},
       "bomb of depot by rebels (rebels)"},
      {"in the passive",
       "depot/NOUN/3/nsubj:pass was/AUX/3/aux:pass bomb/VERB/0/root by/ADP/5/case rebels/NOUN/3/obl:agent",
       {},
       "bomb of depot by rebels (rebels)"},
      {"by a name",
       "Norland/PROPN/2/nsubj bomb/VERB/0/root the/DET/4/det depot/NOUN/2/obj",
       {"Norland"},
       "bomb of depot by Norland (e7)"},
      {"a side of somebody's",
       "Norland/PROPN/2/compound army/NOUN/3/nsubj bomb/VERB/0/root the/DET/5/det depot/NOUN/3/obj",
       {"Norland"},
       "bomb of depot by Norland army (army, norland)"},
      {"behind a deed",
       "rebels/NOUN/5/nsubj were/AUX/5/cop behind/ADP/5/case the/DET/5/det bombing/NOUN/0/root of/ADP/7/case "
       "depot/NOUN/5/nmod",
       {},
       "bombing of depot by rebels (rebels)"},
      {"responsible for a deed",
       "rebels/NOUN/3/nsubj were/AUX/3/cop responsible/ADJ/0/root for/ADP/6/case the/DET/6/det bombing/NOUN/3/obl",
       {},
       "bombing of  by rebels (rebels)"},
      {"blamed for a deed",
       "They/PRON/2/nsubj blame/VERB/0/root rebels/NOUN/2/obj for/ADP/6/case the/DET/6/det bombing/NOUN/2/obl",
       {},
       "bombing of  by rebels (rebels)"},
      {"accused of doing it",
       "They/PRON/2/nsubj accuse/VERB/0/root rebels/NOUN/2/obj of/SCONJ/5/mark bomb/VERB/2/advcl depot/NOUN/5/obj",
       {},
       "bomb of depot by rebels (rebels)"},
  };
  for (const auto& row : rows) EXPECT_EQ(deed_in(row.tree, row.names), row.deed) << row.name;
}

TEST(Deeds, words_of_one_line_are_one_side_and_of_two_lines_two) {
  const DeedWords words;
  EXPECT_EQ(words.party("insurgents"), words.party("rebels"));
  EXPECT_EQ(words.party("troops"), words.party("soldiers"));
  EXPECT_NE(words.party("rebels"), words.party("troops"));
  EXPECT_NE(words.party("police"), words.party("troops"));
  EXPECT_EQ(words.party("baker"), "");
}

TEST(Deeds, nothing_that_accounts_cannot_differ_on) {
  const struct {
    const char* name;
    const char* tree;
  } rows[] = {
      {"it did not happen",
       "rebels/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod bomb/VERB/0/root the/DET/6/det depot/NOUN/4/obj"},
      {"nobody did it", "depot/NOUN/3/nsubj:pass was/AUX/3/aux:pass bomb/VERB/0/root"},
      {"nothing was done to", "rebels/NOUN/2/nsubj bomb/VERB/0/root"},
      {"many can condemn one thing", "rebels/NOUN/2/nsubj condemn/VERB/0/root the/DET/4/det bombing/NOUN/2/obj"},
      {"the doer is nobody in particular", "baker/NOUN/2/nsubj bomb/VERB/0/root the/DET/4/det depot/NOUN/2/obj"},
      {"a noun that nothing lays on anybody", "bombing/NOUN/0/root of/ADP/3/case depot/NOUN/1/nmod"},
  };
  for (const auto& row : rows) EXPECT_EQ(deed_in(row.tree), "") << row.name;
}

}  // namespace
}  // namespace hearsay
