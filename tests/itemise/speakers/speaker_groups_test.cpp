// The features that the choice of a speaker is based on: which words, relations and kinds are one group.
#include "itemise/speakers/speaker_groups.h"

#include "itemise/speakers/speaker_clues.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

TEST(SpeakerGroups, relations_of_one_sense_are_one) {
  EXPECT_EQ(noun_relation_group(Relation::nsubj), noun_relation_group(Relation::nsubj_outer));
  EXPECT_EQ(noun_relation_group(Relation::obj), noun_relation_group(Relation::iobj));
  EXPECT_EQ(noun_relation_group(Relation::nmod), noun_relation_group(Relation::nmod_desc));
  EXPECT_NE(noun_relation_group(Relation::nsubj), noun_relation_group(Relation::nsubj_pass));
  EXPECT_NE(noun_relation_group(Relation::nmod), noun_relation_group(Relation::nmod_poss));
  EXPECT_NE(noun_relation_group(Relation::obl), noun_relation_group(Relation::obl_agent));
  EXPECT_EQ(clause_relation_group(Relation::advcl), clause_relation_group(Relation::advcl_relcl));
  EXPECT_EQ(clause_relation_group(Relation::nsubj), clause_relation_group(Relation::csubj));
  EXPECT_NE(clause_relation_group(Relation::acl), clause_relation_group(Relation::acl_relcl));
  EXPECT_NE(clause_relation_group(Relation::ccomp), clause_relation_group(Relation::xcomp));
}

TEST(SpeakerGroups, words_of_saying_by_what_they_do) {
  const std::vector<std::vector<std::string_view>> groups = {
      {"say", "tell", "add"}, {"claim", "admit"}, {"deny", "decline"}, {"show"},
      {"believe", "worry"},   {"urge"},           {"condemn"},
  };
  std::set<std::int32_t> seen = {0};
  for (const auto& group : groups) {
    const std::int32_t number = cue_group(group.front());
    EXPECT_TRUE(seen.insert(number).second) << group.front() << " is in a group of others";
    for (const std::string_view word : group) EXPECT_EQ(cue_group(word), number) << word;
  }
  for (const std::string_view word : {"", "sink", "harbour", "Say"}) EXPECT_EQ(cue_group(word), 0) << word;
}

TEST(SpeakerGroups, nouns_and_verbs_by_what_they_are_about) {
  EXPECT_EQ(noun_group("minister"), noun_group("sailor"));
  EXPECT_EQ(noun_group("committee"), noun_group("ministry"));
  EXPECT_NE(noun_group("minister"), noun_group("committee"));
  EXPECT_NE(noun_group("statement"), noun_group("minister"));
  EXPECT_EQ(noun_group("xyzzyx"), 0);
  EXPECT_EQ(verb_group("announce"), verb_group("explain"));
  EXPECT_NE(verb_group("announce"), verb_group("sink"));
  EXPECT_EQ(verb_group(""), 0);
}

TEST(SpeakerGroups, prepositions_that_lead_to_a_speaker) {
  EXPECT_EQ(preposition_group("to"), preposition_group("accord"));
  EXPECT_EQ(preposition_group("in"), preposition_group("at"));
  EXPECT_NE(preposition_group("by"), preposition_group("from"));
  EXPECT_EQ(preposition_group("under"), preposition_group("beside")) << "all others are one";
}

TEST(SpeakerClues, each_has_a_name_of_its_own) {
  const auto& names = speaker_clue_names();
  const std::set<std::string_view> once(names.begin(), names.end());
  EXPECT_EQ(once.size(), names.size());
  EXPECT_EQ(names[SpeakerClue::is_outlet], "is_outlet");
  EXPECT_EQ(names[SpeakerClue::first_of_claim], "claim_quoted");
  EXPECT_EQ(names.back(), "pointer_here");
}

}  // namespace
}  // namespace hearsay
