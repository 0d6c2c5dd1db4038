// What nobody says, in whole sentences with the trained grammar: the claims of each, with who is given for them.
#include "itemise/itemise.h"

#include "identify/identify.h"
#include "marked_story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace hearsay {
namespace {

struct Held {
  std::string words;
  Stance stance;
  std::string speaker;  // empty: the outlet
};

// The claims that tell of a word, of a text between two plain sentences.
std::vector<Held> held_in(const std::string& sentence, const std::string& word) {
  static const ClaimRules rules;
  const MarkedStory story(
      {"The captain of the ferry, Berit Solle, met reporters on Monday. " + sentence + " The harbour was quiet."});
  const StoryNames names = identify(story.articles, story.marks);
  std::vector<Held> held;
  for (const FoundClaim& found : itemise(story.articles, story.marks, names, rules)) {
    const std::string words(words_at(story.articles[0].text, found.claim.span));
    if (words.find(word) == std::string::npos) continue;
    held.push_back({words, found.claim.stance, found.claim.sources.empty() ? "" : found.claim.sources.back().name});
  }
  return held;
}

TEST(Unsaid, what_nobody_says_is_neither_asserted_nor_confirmed) {
  const char* const rows[] = {
      "The captain did not say that the ferry would sink.",
      "The captain has never claimed that the ferry would sink.",
      "The owners have yet to confirm that the ferry sank.",
      "The owners refused to confirm that the ferry sank.",
      "Solle denied saying that the ferry sank.",
      "It is not true that the captain said the ferry sank.",
      "Neither the captain nor the owners said that the ferry sank.",
      "None of the sailors confirmed that the ferry sank.",
      "No sailor has confirmed that the ferry sank.",
      "Nobody has confirmed that the ferry sank.",
      "No passenger said the ferry sank.",
      "Few sailors said that the ferry sank.",
      "Had the captain said that the ferry sank, people would have swum.",
      "Did the captain say that the ferry sank?",
      "The captain could not confirm that the ferry sank.",
      "There was no confirmation that the ferry sank.",
      "Without confirming that the ferry sank, the captain left.",
      "The captain stopped short of saying that the ferry sank.",
      "No one said that the ferry would sink.",
      "The owners would not say that the ferry sank.",
      "The coast guard could not verify that the ferry sank.",
      "There is no evidence that the ferry sank.",
      "The captain dismissed reports that the ferry sank.",
  };
  for (const char* const row : rows) {
    SCOPED_TRACE(row);
    const auto held = held_in(row, "sink");
    const auto sank = held_in(row, "sank");
    EXPECT_FALSE(held.empty() && sank.empty());
    for (const auto& claims : {held, sank}) {
      for (const Held& claim : claims) {
        EXPECT_NE(claim.stance, Stance::asserts) << claim.words;
        EXPECT_NE(claim.stance, Stance::confirms) << claim.words;
        for (const char* const nobody : {"one", "nobody", "Nobody", "none", "None", "No", "Neither", "Few"})
          EXPECT_NE(claim.speaker, nobody) << claim.words;
      }
    }
  }
}

TEST(Unsaid, what_the_denied_is_about_is_not_denied) {
  const char* const rows[] = {
      "The pilot rejected anger over his claim that the ferry sank.",
      "The pilots dispute a column on claims that the ferry sank.",
      "The owners rejected criticism over their claim that the ferry sank.",
      "The owners disputed an article on claims that the ferry sank.",
  };
  for (const char* const row : rows) {
    SCOPED_TRACE(row);
    const auto held = held_in(row, "ferry sank");
    EXPECT_FALSE(held.empty());
    for (const Held& claim : held) EXPECT_NE(claim.stance, Stance::denies) << claim.words;
  }
}

TEST(Unsaid, what_somebody_says_is_not_taken_back) {
  const char* const rows[] = {
      "The captain said that the ferry sank.",
      "The owners did not know why, but the captain said that the ferry sank.",
      "The ferry sank, the captain said.",
  };
  for (const char* const row : rows) {
    SCOPED_TRACE(row);
    const auto held = held_in(row, "ferry sank");
    EXPECT_TRUE(std::any_of(held.begin(), held.end(), [](const Held& h) { return h.stance == Stance::asserts; }));
  }
}

}  // namespace
}  // namespace hearsay
