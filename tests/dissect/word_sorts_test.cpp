// The lists of small words and of words of saying, as the stages ask for them. What the words are is data; what the
// rules need of them is held here.
#include "dissect/words/function_words.h"
#include "dissect/words/saying_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

TEST(FunctionWords, have_the_sorts_that_rules_ask_for) {
  using F = FunctionWord;
  const struct {
    const char* word;
    WordSorts::Sorts sorts;
  } rows[] = {
      {"he", F::he | F::tie},
      {"her", F::she | F::object | F::owner},
      {"its", F::it | F::owner},
      {"that", F::definite | F::relative | F::tie},
      {"of", F::of_role | F::supposition},
      {"from", F::beside_role | F::supposition},
      {"shall", F::will},
      {"would", F::would},
      {"could", F::can},
      {"might", F::may},
      {"ought", F::must},
      {"not", F::negation},
      {"n't", F::negation},
      {"never", F::never},
      {"hardly", F::hardly},
      {"nor", F::neither},
      {"none", F::nobody},
      {"few", F::few | F::comparative},
      {"whether", F::supposition | F::asking | F::whether},
      {"unless", F::supposition | F::condition},
      {"till", F::until},
      {"dozen", F::round_number},
      {"we", F::first},
      {"our", F::determiner | F::of_first},
      {"you", F::second},
      {"harbour", 0},
      {"", 0},
      {"Not", 0},  // words are looked up in small letters
  };
  for (const auto& row : rows) EXPECT_EQ(function_words().of(row.word), row.sorts) << row.word;
}

TEST(FunctionWords, a_word_that_says_no_is_not_one_that_says_yes) {
  using F = FunctionWord;
  constexpr auto denying = F::negation | F::never | F::no | F::neither | F::nobody | F::without;
  for (const char* word : {"will", "can", "may", "who", "the", "he", "if", "how", "more", "dozen", "until", "say"})
    EXPECT_FALSE(function_words().has(word, denying)) << word;
}

TEST(SayingWords, have_the_sorts_that_rules_ask_for) {
  using S = SayingSort;
  const struct {
    const char* lemma;
    SayingSorts has;
    SayingSorts has_not;
  } rows[] = {
      {"say", S::say | S::statement | S::speaks, S::tell | S::denies | S::hedges},
      {"tell", S::tell, S::denies | S::declines},
      {"deny", S::deny | S::denies, S::say | S::confirms},
      {"reject", S::denies, S::confirms},
      {"confirm", S::confirms | S::speaks, S::denies},
      {"believe", S::believe | S::hedges, S::confirms | S::denies},
      {"estimate", S::estimates, S::denies},
      {"decline", S::declines | S::silence, S::denies},
      {"refuse", S::declines, S::denies},
      {"fail", S::withholds, S::declines | S::denies},
      {"yet", S::withholds, S::cue},
      {"evidence", S::proof, S::cue},
      {"confirmation", S::proof | S::noun, S::withholds},
      {"accuse", S::judge | S::lays, S::denies},
      {"blame", S::lays, S::denies},
      {"reportedly", S::hearsay, S::say},
      {"comment", S::request, S::declines},
      {"spokesman", 0, S::cue},
      {"sink", 0, S::cue | S::denies | S::confirms | S::declines | S::withholds},
      {"", 0, S::cue},
  };
  for (const auto& row : rows) {
    const SayingSorts sorts = saying_words().of(row.lemma);
    EXPECT_EQ(sorts & row.has, row.has) << row.lemma;
    EXPECT_EQ(sorts & row.has_not, 0U) << row.lemma;
  }
}

TEST(SayingWords, nothing_both_denies_and_confirms) {
  for (const std::string& word : saying_words().of_sorts(SayingSort::denies))
    EXPECT_EQ(saying_words().of(word) & (SayingSort::confirms | SayingSort::hedges | SayingSort::estimates), 0U)
        << word;
}

TEST(SayingWords, are_listed_by_sort_in_order) {
  const std::vector<std::string> laying = saying_words().of_sorts(SayingSort::lays);
  EXPECT_EQ(laying, (std::vector<std::string>{"accuse", "blame"}));
  EXPECT_TRUE(saying_words().of_sorts(0).empty());
}

}  // namespace
}  // namespace hearsay
