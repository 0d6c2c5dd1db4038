#include "itemise/stances/stances.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace hearsay {
namespace {

std::vector<Token> cue_of(const std::string& lemmas) {
  std::vector<Token> cue;
  std::istringstream words(lemmas);
  for (std::string word; words >> word;) {
    Token token;
    token.lemma = word;
    cue.push_back(token);
  }
  return cue;
}

TEST(Stances, the_cue_and_the_words_of_the_claim_say_how_it_is_held) {
  const struct {
    const char* cue;  // base forms
    const char* claim;
    const char* stance;
  } rows[] = {
      {"say", "the bridge fell", "asserts"},
      {"", "the bridge fell", "asserts"},
      {"confirm", "the bridge fell", "confirms"},
      {"have acknowledge", "the bridge fell", "confirms"},
      {"deny", "the bridge fell", "denies"},
      {"rule out", "an attack", "denies"},
      {"neither confirm nor deny", "the bridge fell", "declines"},
      {"decline", "to say how many were on board", "declines"},
      {"", "The ministry has neither confirmed nor denied it", "declines"},
      {"", "There was no immediate comment from the harbour office", "declines"},
      {"", "The firm could not be reached", "declines"},
      {"", "The firm gave no reason", "declines"},
      {"", "He has not yet responded to a request for comment", "declines"},
      {"estimate", "40 boats were lost", "estimates"},
      {"say", "some 40 boats are believed to be lost", "hedges"},
      {"say", "the fire reportedly began in the galley", "hedges"},
      {"believe", "the fire began in the galley", "hedges"},
      {"say", "May is the driest month", "asserts"},
      {"say", "I don\u2019t think he saw it", "hedges"},
  };
  const StanceRules rules;
  for (const auto& row : rows)
    EXPECT_EQ(to_text(rules.of(cue_of(row.cue), row.claim)), row.stance) << row.cue << " | " << row.claim;
}

TEST(Stances, what_is_not_known_is_left_open) {
  const StanceRules rules;
  for (const char* claim : {"It was not yet known how many had drowned", "the cause is unclear",
                            "His name was not released", "The firm has been contacted for comment"})
    EXPECT_TRUE(rules.leave_open(claim)) << claim;
  for (const char* claim : {"the pier has been closed", "", "He is well known"})
    EXPECT_FALSE(rules.leave_open(claim)) << claim;
}

}  // namespace
}  // namespace hearsay
