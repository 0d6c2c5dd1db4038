// Whether a sentence looks back or ahead from a time in it, on trees by hand; the time is the word "Monday".
#include "extract/times/tense.h"

#include "hand_trees.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace hearsay {
namespace {

// "past sure", "future hint", "nothing". Lemmas are the words unless "form=lemma" is written.
std::string tense_of(const std::string& line) {
  HandTree tree = by_hand(line);
  Dissection dissection;
  for (Token& token : tree.tokens) {
    const std::size_t sign = token.lemma.find('=');
    if (sign == std::string::npos) continue;
    // The form and its lemma take the same bytes of the text; the form is what is read.
    token.span.end = token.span.begin + sign;
    token.lemma = token.lemma.substr(sign + 1);
  }
  dissection.tokens = std::move(tree.tokens);
  dissection.sentences = {{{0, tree.text.size()}, 0, static_cast<std::uint32_t>(dissection.tokens.size())}};
  const std::size_t begin = tree.text.find("Monday");
  TreeOnDemand on_demand(dissection);
  const Lean lean = tense_at(tree.text, dissection, on_demand, {begin, begin + 6});
  static constexpr const char* how[] = {"", " hint", " likely", " sure"};
  return std::string(lean.way < 0   ? "past"
                     : lean.way > 0 ? "future"
                                    : "nothing") +
         how[static_cast<std::size_t>(lean.sureness)];
}

TEST(Tense, is_that_of_the_verb_that_governs_the_time) {
  const struct {
    const char* name;
    const char* tree;
    const char* tense;
  } rows[] = {
      {"a past form", "They/PRON/2/nsubj met=meet/VERB/0/root Monday/PROPN/2/obl:tmod", "past sure"},
      {"will", "They/PRON/3/nsubj will/AUX/3/aux meet/VERB/0/root Monday/PROPN/3/obl:tmod", "future sure"},
      {"would", "They/PRON/3/nsubj would/AUX/3/aux meet/VERB/0/root Monday/PROPN/3/obl:tmod", "future sure"},
      {"may", "They/PRON/3/nsubj may/AUX/3/aux meet/VERB/0/root Monday/PROPN/3/obl:tmod", "future likely"},
      {"could not", "They/PRON/4/nsubj could/AUX/4/aux not/PART/4/advmod meet/VERB/0/root Monday/PROPN/4/obl:tmod",
       "past hint"},
      {"have met", "They/PRON/3/nsubj have/AUX/3/aux met=meet/VERB/0/root Monday/PROPN/3/obl:tmod", "past sure"},
      {"are meeting", "They/PRON/3/nsubj are/AUX/3/aux meeting=meet/VERB/0/root Monday/PROPN/3/obl:tmod",
       "future sure"},
      {"were meeting", "They/PRON/3/nsubj were/AUX/3/aux meeting=meet/VERB/0/root Monday/PROPN/3/obl:tmod",
       "past sure"},
      {"the present is only a hint", "The/DET/2/det ministers/NOUN/3/nsubj meet/VERB/0/root Monday/PROPN/3/obl:tmod",
       "future hint"},
      {"one that would ask for an s", "court/NOUN/2/nsubj set/VERB/0/root Monday/PROPN/2/obl:tmod", "past sure"},
      {"... and many that would not", "They/PRON/2/nsubj set/VERB/0/root Monday/PROPN/2/obl:tmod", "future hint"},
      {"what is planned lies ahead",
       "They/PRON/2/nsubj planned=plan/VERB/0/root to/PART/4/mark meet/VERB/2/xcomp Monday/PROPN/4/obl:tmod",
       "future sure"},
      {"what is scheduled does", "The/DET/2/det vote/NOUN/0/root scheduled=schedule/VERB/2/acl Monday/PROPN/3/obl:tmod",
       "future sure"},
      {"... but not as scheduled",
       "They/PRON/2/nsubj met=meet/VERB/0/root as/SCONJ/4/mark scheduled=schedule/VERB/2/advcl "
       "Monday/PROPN/4/obl:tmod",
       "past sure"},
      {"no verb at all", "A/DET/2/det walk/NOUN/0/root Monday/PROPN/2/nmod:tmod", "nothing"},
  };
  for (const auto& row : rows) EXPECT_EQ(tense_of(row.tree), row.tense) << row.name;
}

TEST(Tense, a_word_right_before_the_time_may_decide) {
  const struct {
    const char* name;
    const char* tree;
    const char* tense;
  } rows[] = {
      {"put off until",
       "talks/NOUN/3/nsubj:pass were/AUX/3/aux:pass postponed=postpone/VERB/0/root until/ADP/5/case Monday/PROPN/3/obl",
       "future sure"},
      {"lasted until", "talks/NOUN/2/nsubj lasted=last/VERB/0/root until/ADP/4/case Monday/PROPN/2/obl", "past sure"},
      {"a strike for",
       "They/PRON/2/nsubj called=call/VERB/0/root a/DET/4/det strike/NOUN/2/obj for/ADP/6/case Monday/PROPN/4/nmod",
       "future sure"},
      {"starting", "It/PRON/2/nsubj closed=close/VERB/0/root starting/VERB/4/case Monday/PROPN/2/obl", "future sure"},
      {"as late as",
       "It/PRON/3/nsubj is/AUX/3/cop on/ADV/0/root as/ADV/5/advmod late/ADV/3/advmod as/ADP/7/case Monday/PROPN/5/obl",
       "past sure"},
      {"by, behind a form that leaves it open",
       "It/PRON/3/nsubj must/AUX/3/aux end/VERB/0/root by/ADP/5/case Monday/PROPN/3/obl", "future likely"},
      {"by, behind the past", "It/PRON/2/nsubj ended=end/VERB/0/root by/ADP/4/case Monday/PROPN/2/obl", "past sure"},
  };
  for (const auto& row : rows) EXPECT_EQ(tense_of(row.tree), row.tense) << row.name;
}

TEST(Tense, a_text_without_words_tells_nothing) {
  const Dissection none;
  TreeOnDemand tree(none);
  EXPECT_EQ(tense_at("", none, tree, {0, 0}).way, 0);
}

}  // namespace
}  // namespace hearsay
