#include "dissect/trees/mend_trees.h"

#include "hand_trees.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

// The heads and relations after mending of the words that changed.
std::string changed(const std::string& line) {
  auto [text, tokens] = by_hand(line);
  const std::vector<Token> before = tokens;
  mend_counts(text, tokens, 0);
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head == before[i].head && tokens[i].relation == before[i].relation) continue;
    out += fmt::format("{}{}/{}/{}", out.empty() ? "" : " ", words_at(text, tokens[i].span), tokens[i].head + 1,
                       to_text(tokens[i].relation));
  }
  return out;
}

TEST(MendTrees, words_before_a_number_hang_on_it) {
  const struct {
    const char* tree;
    const char* after;
  } rows[] = {
      {"more/ADJ/6/nsubj than/ADP/4/case 20/NUM/4/nummod men/NOUN/1/obl had/AUX/6/aux swum/VERB/0/root",
       "more/3/advmod than/1/fixed men/6/nsubj"},
      {"It/PRON/2/nsubj took/VERB/0/root more/ADJ/2/xcomp than/ADP/6/case two/NUM/6/nummod days/NOUN/3/obl",
       "more/5/advmod than/3/fixed days/2/obj"},
      {"It/PRON/2/nsubj sank/VERB/0/root near/ADP/4/case more/ADJ/2/obl than/ADP/8/case a/DET/8/det "
       "million/NUM/8/nummod "
       "fish/NOUN/4/obl",
       "near/8/case more/7/advmod than/4/fixed fish/2/obl"},
      // "more" for the root, and the verb for a word about the men.
      {"more/ADJ/0/root than/ADP/4/case 20/NUM/4/nummod men/NOUN/1/obl took/VERB/4/acl it/PRON/5/obj ./PUNCT/1/punct",
       "more/3/advmod than/1/fixed men/5/nsubj took/0/root ./5/punct"},
      // "men, four of whom swam"
      {"It/PRON/2/nsubj held/VERB/0/root men/NOUN/2/obj ,/PUNCT/8/punct four/NUM/3/appos of/ADP/7/case "
       "whom/PRON/5/nmod "
       "swam/VERB/2/ccomp",
       "four/8/nsubj swam/3/acl:relcl"},
      {"It/PRON/2/nsubj held/VERB/0/root men/NOUN/2/obj ,/PUNCT/9/punct four/NUM/3/appos of/ADP/7/case "
       "whom/PRON/5/nmod "
       "were/AUX/9/aux:pass hurt/VERB/2/ccomp",
       "four/9/nsubj:pass hurt/3/acl:relcl"},
      // Right already, or nothing counted.
      {"more/ADJ/3/advmod than/ADP/1/fixed 20/NUM/4/nummod men/NOUN/5/nsubj swam/VERB/0/root", ""},
      {"more/ADJ/0/root than/ADP/3/case men/NOUN/1/obl", ""},
      {"more/ADJ/0/root than/ADP/1/fixed", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(changed(row.tree), row.after) << row.tree;
}

TEST(MendTrees, counts_that_are_joined_go_with_their_verbs) {
  const struct {
    const char* tree;
    const char* after;
  } rows[] = {
      {"", ""},
      // "It sank, killing six men and wounding 20": the second verb was hung on the men.
      {"It/PRON/2/nsubj sank/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl six/NUM/6/nummod men/NOUN/4/obj "
       "and/CCONJ/8/cc wounding/VERB/6/conj 20/NUM/6/conj",
       "wounding/4/conj 20/8/obj"},
      {"It/PRON/2/nsubj sank/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl six/NUM/6/nummod men/NOUN/4/obj "
       "and/CCONJ/10/cc wounding/ADJ/10/amod dozen/NOUN/10/compound others/NOUN/6/conj",
       "and/8/cc wounding/4/conj dozen/10/nummod others/8/obj"},
      // "six drowned and scores more were hurt": those did not drown.
      {"six/NUM/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root and/CCONJ/8/cc dozen/NOUN/3/conj more/ADV/8/advmod "
       "were/AUX/8/aux:pass hurt/VERB/3/conj",
       "dozen/8/nsubj:pass more/5/amod"},
      {"six/NUM/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root and/CCONJ/5/cc dozen/NOUN/3/conj more/ADV/7/advmod "
       "hurt/ADJ/3/conj",
       "and/7/cc dozen/7/nsubj:pass more/5/amod"},
      {"It/PRON/2/nsubj killed/VERB/0/root six/NUM/2/obj and/CCONJ/5/cc dozen/NOUN/3/conj more/ADJ/5/amod", ""},
      // A tree that is right stays.
      {"It/PRON/2/nsubj sank/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl six/NUM/6/nummod men/NOUN/4/obj "
       "and/CCONJ/8/cc wounding/VERB/4/conj 20/NUM/8/obj",
       ""},
      // No number behind the second verb, or none behind the first: not this pattern.
      {"It/PRON/2/nsubj sank/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl six/NUM/6/nummod men/NOUN/4/obj "
       "and/CCONJ/8/cc wounding/VERB/6/conj many/ADJ/8/obj",
       ""},
      {"It/PRON/2/nsubj sank/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl men/NOUN/4/obj and/CCONJ/7/cc "
       "wounding/VERB/5/conj 20/NUM/7/obj",
       ""},
      // Where the first verb hangs on the second, mending would make a ring.
      {"It/PRON/2/nsubj sank/VERB/8/ccomp ,/PUNCT/4/punct killing/VERB/8/advcl six/NUM/6/nummod men/NOUN/4/obj "
       "and/CCONJ/8/cc wounding/VERB/0/root 20/NUM/8/obj",
       ""},
  };
  for (const auto& row : rows) EXPECT_EQ(changed(row.tree), row.after) << row.tree;
}

}  // namespace
}  // namespace hearsay
