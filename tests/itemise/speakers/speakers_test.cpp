// Who is offered as the speaker of a claim: the outlet, the one whom the rules name, and the others whom the text
// names. With the trained grammar and names; which of them it is, is chosen elsewhere.
#include "itemise/speakers/speakers.h"

#include "identify/identify.h"
#include "itemise/reading.h"
#include "marked_story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

struct Offered {
  std::vector<PossibleSpeaker> speakers;
  std::string names;  // "outlet, Ada Holm (rules), ..."
};

// Of the shortest claim with these words.
Offered offered(const std::string& text, std::string_view words) {
  static const ClaimRules rules;
  const MarkedStory story({text});
  const StoryNames names = identify(story.articles, story.marks);
  Offered found;
  std::size_t shortest = text.size() + 1;
  watch_claims(story.articles[0], 0, story.marks[0], names.entities, rules,
               [&](const DraftClaim& draft, std::span<const PossibleSpeaker> speakers) {
                 const Span span = draft.claim.span;
                 if (span.size() >= shortest || words_at(text, span).find(words) == std::string_view::npos) return;
                 shortest = span.size();
                 found.speakers.assign(speakers.begin(), speakers.end());
                 found.names.clear();
                 for (const PossibleSpeaker& speaker : speakers) {
                   found.names += found.names.empty() ? "" : ", ";
                   found.names += speaker.chain.empty() ? "outlet" : speaker.chain.back().name;
                   if (speaker.is_by_rules(draft.claim)) found.names += " (rules)";
                 }
               });
  return found;
}

TEST(Speakers, all_whom_the_text_offers_each_once) {
  const struct {
    const char* text;
    const char* words;
    const char* offered;
  } rows[] = {
      {"The bridge was closed.", "bridge was closed", "outlet (rules)"},
      {"Ada Holm said the bridge was closed.", "bridge was closed", "outlet, Ada Holm (rules)"},
      {"Ada Holm told Nordwire that the bridge was closed.", "bridge was closed", "outlet, Ada Holm (rules), Nordwire"},
      {"Ada Holm said the bridge was closed. Ode Brandt said the road was open.", "bridge was closed",
       "outlet, Ada Holm (rules), Ode Brandt"},
      {"Nobody said the bridge was closed.", "bridge was closed", "outlet (rules)"},
  };
  for (const auto& row : rows) EXPECT_EQ(offered(row.text, row.words).names, row.offered) << row.text;
}

std::optional<SpeakerClues> clues_of(const Offered& offered, std::string_view name) {
  for (const PossibleSpeaker& speaker : offered.speakers) {
    if ((speaker.chain.empty() ? "outlet" : speaker.chain.back().name) == name) return speaker.clues;
  }
  return std::nullopt;
}

TEST(Speakers, what_is_known_of_each) {
  using C = SpeakerClue;
  const Offered two =
      offered("Ada Holm said the bridge was closed. Ode Brandt denied that the road was open.", "road was open");
  const auto outlet = clues_of(two, "outlet");
  const auto holm = clues_of(two, "Ada Holm");
  const auto brandt = clues_of(two, "Ode Brandt");
  ASSERT_TRUE(outlet && holm && brandt) << two.names;
  EXPECT_EQ((*outlet)[C::is_outlet], 1);
  EXPECT_EQ((*brandt)[C::is_outlet], 0);
  EXPECT_EQ((*brandt)[C::by_rules], 1);
  EXPECT_EQ((*brandt)[C::in_sentence], 1);
  EXPECT_EQ((*brandt)[C::before_claim], 1);
  EXPECT_EQ((*brandt)[C::attribution_cue_denies], 1);
  EXPECT_EQ((*holm)[C::in_sentence], 0);
  EXPECT_EQ((*holm)[C::by_previous], 1) << "she spoke in the sentence before";
  EXPECT_EQ((*brandt)[C::by_previous], 0);
  EXPECT_EQ((*holm)[C::claim_previous_said], 1);
  EXPECT_EQ((*holm)[C::claim_next_said], 0);
}

TEST(Speakers, a_claim_in_quotation_marks_knows_it) {
  const Offered quoted = offered("\"The bridge is closed,\" Ada Holm said.", "bridge is closed");
  const auto clues = clues_of(quoted, "Ada Holm");
  ASSERT_TRUE(clues.has_value()) << quoted.names;
  EXPECT_EQ((*clues)[SpeakerClue::claim_quoted], 1);
  const Offered plain = offered("The bridge is closed, Ada Holm said.", "bridge is closed");
  ASSERT_TRUE(clues_of(plain, "Ada Holm").has_value()) << plain.names;
  EXPECT_EQ((*clues_of(plain, "Ada Holm"))[SpeakerClue::claim_quoted], 0);
}

}  // namespace
}  // namespace hearsay
