// In which words a claim can be read, by trees written by hand.
#include "measure/context.h"

#include "hand_trees.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace hearsay {
namespace {

struct Row {
  const char* name;
  const char* tree;
  const char* claim;
  bool needs_its_sentence;
};

std::optional<std::string> context(const Row& row) {
  HandTree hand = by_hand(row.tree);
  Marks marks;
  marks.dissection.tokens = std::move(hand.tokens);
  const auto count = static_cast<std::uint32_t>(marks.dissection.tokens.size());
  marks.dissection.sentences.push_back({{0, hand.text.size()}, 0, count});
  const Tree tree(marks.dissection);
  FoundClaim found;
  found.claim.span.begin = hand.text.find(row.claim);
  found.claim.span.end = found.claim.span.begin + std::string(row.claim).size();
  found.proposition.head = tree.head_of(found.claim.span).value();
  const Assertion assertion = assertion_of(found.proposition.head, found.claim.span, marks, tree);
  const auto around = context_of(found, assertion, hand.text, marks.dissection, tree);
  return around ? std::optional(hand.text.substr(around->begin, around->size())) : std::nullopt;
}

constexpr const char* coast =
    "The/DET/2/det storm/NOUN/3/nsubj hit/VERB/0/root the/DET/5/det coast/NOUN/3/obj of/ADP/7/case Torvik/PROPN/5/nmod "
    "on/ADP/9/case Monday/PROPN/3/obl ,/PUNCT/11/punct killing/VERB/3/advcl nine/NUM/11/obj";
constexpr const char* narrowed =
    "Holm/PROPN/2/nsubj sold/VERB/0/root the/DET/4/det boat/NOUN/2/obj that/PRON/6/nsubj sank/VERB/4/acl:relcl "
    "to/PART/8/mark pay/VERB/2/advcl debts/NOUN/8/obj";
constexpr const char* added =
    "Holm/PROPN/2/nsubj sold/VERB/0/root the/DET/4/det boat/NOUN/2/obj ,/PUNCT/7/punct which/PRON/7/nsubj "
    "sank/VERB/4/acl:relcl";
constexpr const char* hedged =
    "Holm/PROPN/2/nsubj said/VERB/0/root that/SCONJ/6/mark the/DET/5/det pier/NOUN/6/nsubj collapsed/VERB/2/ccomp";
constexpr const char* condition =
    "Holm/PROPN/2/nsubj waits/VERB/0/root if/SCONJ/6/mark the/DET/5/det pier/NOUN/6/nsubj collapses/VERB/2/advcl";

TEST(Context, is_the_sentence_of_what_cannot_be_read_alone) {
  const Row rows[] = {
      {"a whole clause", coast, "The storm hit the coast of Torvik on Monday", false},
      {"a clause less where and when", coast, "The storm hit the coast of Torvik", false},
      {"a phrase cut in two", coast, "The storm hit the coast", true},
      {"a participle", coast, "killing nine", true},
      {"a day", coast, "on Monday", true},
      {"a clause without its subject", coast, "hit the coast of Torvik", true},
      {"without the clause that says which", narrowed, "Holm sold the boat", true},
      {"without the clause that says what for", narrowed, "Holm sold the boat that sank", true},
      {"without a clause that only adds", added, "Holm sold the boat", false},
      {"what is said", hedged, "the pier collapsed", false},
      {"with the word that ties it to the saying", hedged, "that the pier collapsed", true},
      {"a condition without its \"if\"", condition, "the pier collapses", true},
      {"all that the sentence says", hedged, "Holm said that the pier collapsed", false},
  };
  for (const Row& row : rows) {
    const std::string sentence = by_hand(row.tree).text;
    EXPECT_EQ(context(row), row.needs_its_sentence ? std::optional(sentence) : std::nullopt) << row.name;
  }
}

TEST(Context, a_sentence_without_end_is_none) {
  std::string tree = "killing/VERB/0/root nine/NUM/1/obj";
  for (std::size_t i = 0; i < longest_context / 4; ++i) tree += " boats/NOUN/1/obj";
  EXPECT_EQ(context({"", tree.c_str(), "killing nine", true}), std::nullopt);
}

}  // namespace
}  // namespace hearsay
