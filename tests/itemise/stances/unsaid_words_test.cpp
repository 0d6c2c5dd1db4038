// What nobody says, on trees by hand: what the tree takes back, and what the words before a clause do where it does
// not.
#include "itemise/stances/unsaid_words.h"

#include "hand_trees.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {
namespace {

std::string_view in_words(Unsaid unsaid) {
  static constexpr std::string_view names[] = {"said", "not said", "by none", "supposed", "denied"};
  return names[static_cast<std::size_t>(unsaid)];
}

struct OneSentence {
  explicit OneSentence(const std::string& line) {
    HandTree tree = by_hand(line);
    text = tree.text;
    dissection.tokens = std::move(tree.tokens);
    dissection.sentences = {{{0, text.size()}, 0, static_cast<std::uint32_t>(dissection.tokens.size())}};
  }
  std::uint32_t word(std::string_view lemma) const {
    std::uint32_t at = 0;
    while (dissection.tokens[at].lemma != lemma) ++at;
    return at;
  }
  std::string text;
  Dissection dissection;
};

TEST(Unsaid, the_tree_takes_a_saying_back) {
  const struct {
    const char* tree;  // of a sentence in which "sink" is the predicate of what may be said
    const char* held;
  } rows[] = {
      {"he/PRON/2/nsubj say/VERB/0/root it/PRON/4/nsubj sink/VERB/2/ccomp", "said"},
      {"he/PRON/4/nsubj do/AUX/4/aux not/PART/4/advmod say/VERB/0/root it/PRON/6/nsubj sink/VERB/4/ccomp", "not said"},
      {"he/PRON/3/nsubj never/ADV/3/advmod say/VERB/0/root it/PRON/5/nsubj sink/VERB/3/ccomp", "not said"},
      {"nobody/PRON/2/nsubj say/VERB/0/root it/PRON/4/nsubj sink/VERB/2/ccomp", "by none"},
      {"no/DET/2/det crew/NOUN/3/nsubj say/VERB/0/root it/PRON/5/nsubj sink/VERB/3/ccomp", "by none"},
      {"few/ADJ/2/amod crew/NOUN/3/nsubj say/VERB/0/root it/PRON/5/nsubj sink/VERB/3/ccomp", "by none"},
      {"if/SCONJ/3/mark he/PRON/3/nsubj say/VERB/0/root it/PRON/5/nsubj sink/VERB/3/ccomp", "supposed"},
      {"have/AUX/3/aux he/PRON/3/nsubj say/VERB/0/root it/PRON/5/nsubj sink/VERB/3/ccomp", "supposed"},
      {"do/AUX/3/aux he/PRON/3/nsubj say/VERB/0/root it/PRON/5/nsubj sink/VERB/3/ccomp ?/PUNCT/3/punct", "supposed"},
      {"he/PRON/2/nsubj deny/VERB/0/root it/PRON/4/nsubj sink/VERB/2/ccomp", "denied"},
      {"he/PRON/2/nsubj deny/VERB/0/root say/VERB/2/xcomp it/PRON/5/nsubj sink/VERB/3/ccomp", "denied"},
      {"he/PRON/2/nsubj refuse/VERB/0/root to/PART/4/mark say/VERB/2/xcomp it/PRON/6/nsubj sink/VERB/4/ccomp",
       "not said"},
      {"he/PRON/2/nsubj fail/VERB/0/root to/PART/4/mark say/VERB/2/xcomp it/PRON/6/nsubj sink/VERB/4/ccomp",
       "not said"},
      {"it/PRON/4/nsubj be/AUX/4/cop not/PART/4/advmod true/ADJ/0/root it/PRON/6/nsubj sink/VERB/4/ccomp", "denied"},
      // The negation of the clause itself takes nothing back.
      {"he/PRON/2/nsubj say/VERB/0/root it/PRON/6/nsubj do/AUX/6/aux not/PART/6/advmod sink/VERB/2/ccomp", "said"},
      {"it/PRON/2/nsubj sink/VERB/0/root", "said"},
  };
  for (const auto& row : rows) {
    const OneSentence sentence(row.tree);
    const Tree tree(sentence.dissection);
    EXPECT_EQ(in_words(unsaid_at(tree, sentence.word("sink"))), row.held) << sentence.text;
  }
}

TEST(Unsaid, where_the_tree_is_flat_the_words_decide) {
  const struct {
    const char* words;  // up to "sink", each hung on the first
    const char* held;
  } rows[] = {
      {"he say it sink", "said"},
      {"he not say it sink", "not said"},
      {"nobody say it sink", "by none"},
      {"he deny say it sink", "denied"},
      {"he decline to say it sink", "not said"},
      {"if he say it sink", "supposed"},
      {"there be no evidence it sink", "by none"},
      {"there be no hope it sink", "said"},                                   // no word of saying
      {"he not leave , say it sink", "said"},                                 // a mark in between
      {"he not swim say it sink", "said"},                                    // another verb in between
      {"nobody say that one two three four five six seven it sink", "said"},  // too far away
  };
  for (const auto& row : rows) {
    std::string line;
    std::istringstream words(row.words);
    int count = 0;
    for (std::string word; words >> word; ++count) {
      const bool verb = word == "say" || word == "sink" || word == "swim" || word == "deny" || word == "decline";
      const char* const tag = word == "evidence" || word == "hope" ? "NOUN"
                              : word == ","                        ? "PUNCT"
                              : verb                               ? "VERB"
                                                                   : "X";
      line += (count == 0 ? "" : " ") + word + '/' + tag + (count == 0 ? "/0/root" : "/1/dep");
    }
    const OneSentence sentence(line);
    const Tree tree(sentence.dissection);
    EXPECT_EQ(in_words(unsaid_by_words(tree, sentence.word("sink"))), row.held) << row.words;
  }
}

TEST(Unsaid, words_that_name_nobody) {
  const struct {
    const char* words;
    bool nobody;
  } rows[] = {
      {"nobody/PRON/0/root", true},
      {"none/NOUN/0/root of/ADP/3/case sailors/NOUN/1/nmod", true},
      {"no/DET/2/det sailor/NOUN/0/root", true},
      {"Neither/DET/2/det sailor/NOUN/0/root", true},
      {"few/ADJ/2/amod sailors/NOUN/0/root", true},
      {"have/AUX/2/aux sailors/NOUN/0/root", true},
      {"the/DET/2/det sailor/NOUN/0/root", false},
      {"Ada/PROPN/0/root Holm/PROPN/1/flat", false},
  };
  for (const auto& row : rows) {
    const OneSentence sentence(row.words);
    Marks marks;
    marks.dissection = sentence.dissection;
    EXPECT_EQ(names_nobody(marks, {0, sentence.text.size()}), row.nobody) << sentence.text;
  }
  EXPECT_FALSE(names_nobody(Marks(), {0, 0}));
}

}  // namespace
}  // namespace hearsay
