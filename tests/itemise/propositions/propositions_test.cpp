#include "itemise/propositions/propositions.h"

#include "hand_trees.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace hearsay {
namespace {

struct Treebank {
  std::string text;
  Marks marks;
};

Treebank treebank(const std::string& line) {
  HandTree tree = by_hand(line);
  Treebank made{std::move(tree.text), {}};
  made.marks.dissection.tokens = std::move(tree.tokens);
  const auto last = static_cast<std::uint32_t>(made.marks.dissection.tokens.size());
  if (last > 0) made.marks.dissection.sentences.push_back({{0, made.text.size()}, 0, last});
  return made;
}

// With the words given marked as quantities.
Treebank counted(const std::string& line, const std::vector<std::string>& counts) {
  Treebank made = treebank(line);
  for (const std::string& count : counts) {
    Quantity quantity;
    const std::size_t begin = made.text.find(count);
    quantity.span = {begin, begin + count.size()};
    made.marks.quantities.push_back(quantity);
  }
  return made;
}

std::string printed(const Treebank& made) {
  std::string out;
  for (const Proposition& p : find_propositions(made.marks, Tree(made.marks.dissection), ReportingWords())) {
    out += fmt::format("{}[{}]", out.empty() ? "" : " ", words_at(made.text, p.span));
  }
  return out;
}

TEST(Propositions, each_count_is_a_claim) {
  const struct {
    const char* tree;
    std::vector<std::string> counts;
    const char* cut;
  } rows[] = {
      {"It/PRON/2/nsubj sank/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl six/NUM/4/obj and/CCONJ/7/cc "
       "wounding/VERB/4/conj 20/NUM/7/obj",
       {"six", "20"},
       "[It sank , killing six] [killing six] [wounding 20]"},
      {"It/PRON/2/nsubj sank/VERB/0/root ,/PUNCT/2/punct killing/VERB/2/advcl many/ADJ/4/obj and/CCONJ/7/cc "
       "wounding/VERB/4/conj more/ADJ/7/obj",
       {},
       "[It sank , killing many and wounding more] [killing many and wounding more]"},
      {"It/PRON/2/nsubj sank/VERB/0/root with/ADP/5/case 20/NUM/5/nummod men/NOUN/2/obl drowned/VERB/5/acl",
       {"20"},
       "[It sank with 20 men drowned] [with 20 men drowned]"},
  };
  for (const auto& row : rows) EXPECT_EQ(printed(counted(row.tree, row.counts)), row.cut) << row.tree;
}

TEST(Propositions, a_sentence_is_cut_at_clauses_that_say_a_thing_of_their_own) {
  const struct {
    const char* tree;
    const char* cut;
  } rows[] = {
      {"", ""},
      {"The/DET/2/det bridge/NOUN/3/nsubj fell/VERB/0/root ./PUNCT/3/punct", "[The bridge fell]"},
      // Two verbs with subjects of their own are two claims, without the conjunction.
      {"The/DET/2/det bridge/NOUN/3/nsubj fell/VERB/0/root and/CCONJ/7/cc two/NUM/6/nummod boats/NOUN/7/nsubj "
       "sank/VERB/3/conj",
       "[The bridge fell] [two boats sank]"},
      // A short second verb of the same subject stays.
      {"The/DET/2/det boat/NOUN/3/nsubj turned/VERB/0/root and/CCONJ/5/cc sank/VERB/3/conj",
       "[The boat turned and sank]"},
      // A relative clause behind a comma is a claim by itself ...
      {"The/DET/2/det owner/NOUN/11/nsubj ,/PUNCT/5/punct who/PRON/5/nsubj lives/VERB/2/acl:relcl on/ADP/8/case "
       "the/DET/8/det "
       "coast/NOUN/5/obl ,/PUNCT/5/punct was/AUX/11/aux:pass freed/VERB/0/root",
       "[The owner , who lives on the coast , was freed] [who lives on the coast]"},
      // ... and one that says which is a claim inside the other.
      {"Divers/NOUN/2/nsubj reached/VERB/0/root men/NOUN/2/obj who/PRON/6/nsubj:pass were/AUX/6/aux:pass "
       "stranded/VERB/3/acl:relcl "
       "beneath/ADP/8/case it/PRON/6/obl",
       "[Divers reached men who were stranded beneath it] [who were stranded beneath it]"},
      // Where and when, and nothing said of it.
      {"Ostrel/PROPN/0/root ,/PUNCT/4/punct 18/NUM/4/nummod November/PROPN/1/appos", ""},
      // "to search" completes its verb.
      {"Divers/NOUN/2/nsubj stayed/VERB/0/root to/PART/4/mark search/VERB/2/advcl three/NUM/6/nummod wrecks/NOUN/4/obj",
       "[Divers stayed to search three wrecks]"},
  };
  for (const auto& row : rows) EXPECT_EQ(printed(treebank(row.tree)), row.cut) << row.tree;
}

// Wrong trees: what hangs on the wrong word would be cut away.
TEST(Propositions, none_begins_or_ends_inside_a_name_or_a_number_nor_with_a_word_that_only_opens_the_next) {
  const struct {
    const char* tree;
    std::vector<std::string> counts;
    const char* cut;
  } rows[] = {
      // "more" for the head of "than 20 men".
      {"It/PRON/2/nsubj sank/VERB/0/root near/ADP/4/case more/ADJ/2/obl than/ADP/7/case 20/NUM/7/nummod "
       "men/NOUN/9/nsubj:pass being/AUX/9/aux:pass rowed/VERB/2/advcl ashore/ADV/9/advmod",
       {"more than 20"},
       "[It sank near more than 20 men being rowed ashore] [more than 20 men being rowed ashore]"},
      {"The/DET/2/det guild/NOUN/3/nsubj closed/VERB/0/root the/DET/5/det pier/NOUN/3/obj after/SCONJ/8/mark "
       "they/PRON/8/nsubj warned/VERB/0/root all/DET/11/det the/DET/11/det boats/NOUN/8/obj",
       {},
       "[The guild closed the pier] [after they warned all the boats]"},
      // A preposition that stands alone stays.
      {"This/PRON/5/nsubj is/AUX/5/cop the/DET/5/det last/ADJ/5/amod thing/NOUN/0/root they/PRON/8/nsubj "
       "would/AUX/8/aux "
       "think/VERB/5/acl:relcl of/ADP/8/obl",
       {},
       "[This is the last thing they would think of] [they would think of]"},
  };
  for (const auto& row : rows) EXPECT_EQ(printed(counted(row.tree, row.counts)), row.cut) << row.tree;
}

TEST(Propositions, a_day_taken_for_a_source_stays_with_its_preposition) {
  Treebank made = treebank(
      "The/DET/2/det guild/NOUN/3/nsubj closed/VERB/0/root it/PRON/3/obj in/ADP/7/mark June/PROPN/7/nsubj "
      "warning/VERB/3/advcl all/DET/9/det boats/NOUN/7/obj");
  made.marks.dissection.tokens[6].lemma = "say";
  Attribution attribution;
  attribution.source = Span{23, 27};
  attribution.cue = Span{28, 35};
  attribution.content = {{36, 45}};
  made.marks.attributions.push_back(attribution);
  Time june;
  june.span = {23, 27};
  made.marks.times.push_back(june);
  EXPECT_EQ(printed(made), "[The guild closed it in June] [all boats]");
}

TEST(Propositions, the_frame_of_an_attribution_is_none) {
  Treebank made = treebank(
      "The/DET/2/det ministry/NOUN/3/nsubj said/VERB/0/root on/ADP/5/case Tuesday/PROPN/3/obl that/SCONJ/9/mark "
      "the/DET/8/det "
      "bridge/NOUN/9/nsubj fell/VERB/3/ccomp");
  Attribution attribution;
  attribution.source = Span{0, 12};
  attribution.cue = Span{13, 17};
  attribution.content = {{29, made.text.size()}};
  made.marks.attributions.push_back(attribution);
  made.marks.dissection.tokens[2].lemma = "say";
  const auto found = find_propositions(made.marks, Tree(made.marks.dissection), ReportingWords());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(words_at(made.text, found[0].span), "the bridge fell");
  EXPECT_EQ(found[0].attribution, 0u);
  // A verb that tells nothing frames nothing.
  made.marks.dissection.tokens[2].lemma = "arrange";
  EXPECT_EQ(printed(made), "[The ministry said on Tuesday that the bridge fell] [the bridge fell]");
}

TEST(Propositions, a_sentence_of_many_clauses_is_cut_in_linear_time) {
  std::string line = "It/PRON/2/nsubj fell/VERB/0/root";
  for (int i = 0; i < 20000; ++i)
    line += " and/CCONJ/" + std::to_string(5 + 3 * i) + "/cc it/PRON/" + std::to_string(5 + 3 * i) +
            "/nsubj fell/VERB/2/conj";
  const Treebank made = treebank(line);
  EXPECT_EQ(find_propositions(made.marks, Tree(made.marks.dissection), ReportingWords()).size(), 20001u);
}

}  // namespace
}  // namespace hearsay
