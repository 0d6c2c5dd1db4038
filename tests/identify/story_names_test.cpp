// Names of whole small stories, kind by kind: which spellings are one entity, which stay two, and which may be
// one. With the trained models.
#include "identify/identify.h"

#include "marked_story.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::string names_of(const std::vector<std::string>& texts) {
  const MarkedStory story(texts);
  return to_text(identify(story.articles, story.marks));
}

TEST(StoryNames, persons) {
  const struct {
    const char* name;
    std::vector<std::string> texts;
    const char* printed;
  } rows[] = {
      {"a title is no part of the name",
       {"Dr Ada Holm left the harbour.", "Ada Holm was seen in the harbour."},
       "e1 person Ada Holm (2 mentions)\n"},
      {"an initial stands for the given name",
       {"Ada Holm left the harbour.", "A. Holm was seen in the harbour."},
       "e1 person Ada Holm = A. Holm (2 mentions)\n"},
      {"a middle name more",
       {"Ada Holm left the harbour.", "Ada Berit Holm was seen in the harbour."},
       "e1 person Ada Berit Holm = Ada Holm (2 mentions)\n"},
      {"another given name is another person",
       {"Ada Holm left the harbour.", "Berit Holm was seen in the harbour."},
       "e1 person Ada Holm (1 mention)\ne2 person Berit Holm (1 mention)\n"},
      {"another surname is another person",
       {"Ada Holm left the harbour.", "Ada Brandt was seen in the harbour."},
       "e1 person Ada Holm (1 mention)\ne2 person Ada Brandt (1 mention)\n"},
      {"accents",
       {"Åse Brøndum left the harbour.", "Ase Brondum was seen in the harbour."},
       "e1 person Åse Brøndum = Ase Brondum (2 mentions)\n"},
      {"capitals",
       {"ADA HOLM left the harbour.", "Ada Holm was seen in the harbour."},
       "e1 person Ada Holm = ADA HOLM (2 mentions)\n"},
      {"a nickname",
       {"William Trellick left the harbour.", "Bill Trellick was seen in the harbour."},
       "e1 person William Trellick = Bill Trellick (2 mentions)\n"},
      {"the surname alone in the same report",
       {"Ada Holm left the harbour. Holm was tired."},
       "e1 person Ada Holm = Holm (2 mentions)\n"},
      {"a possessive", {"Ada Holm left the harbour. Ada Holm's boat was red."}, "e1 person Ada Holm (2 mentions)\n"},
      {"a father and a son",
       {"Josef Kalm Sr. left the harbour.", "Josef Kalm Jr. was seen in the harbour."},
       "e1 person Josef Kalm Sr. (1 mention)\ne2 person Josef Kalm Jr. (1 mention)\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(names_of(row.texts), row.printed) << row.name;
}

TEST(StoryNames, bodies) {
  const struct {
    const char* name;
    std::vector<std::string> texts;
    const char* printed;
  } rows[] = {
      {"an article before it",
       {"The Torvik Maritime Office sent divers.", "Torvik Maritime Office divers left."},
       "e1 organization Torvik Maritime Office (2 mentions)\n"},
      {"letters that are another's",
       {"The Torvik Maritime Office sent divers.", "The TXQ sent divers to the harbour."},
       "e1 organization Torvik Maritime Office (1 mention)\ne2 organization TXQ (1 mention)\n"},
      {"a legal form",
       {"Norrin Foods Inc. was fined.", "Norrin Foods was fined."},
       "e1 organization Norrin Foods Inc. = Norrin Foods (2 mentions)\n"},
      {"two legal forms",
       {"Norrin Foods Inc was fined.", "Norrin Foods GmbH was fined."},
       "e1 organization Norrin Foods Inc (1 mention)\ne2 organization Norrin Foods GmbH (1 mention)\n"},
      {"two spellings of one word",
       {"The Torvik Labour Organisation sent a letter.", "The Torvik Labor Organization sent a letter."},
       "e1 organization Torvik Labour Organisation = Torvik Labor Organization (2 mentions)\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(names_of(row.texts), row.printed) << row.name;
}

TEST(StoryNames, places) {
  const struct {
    const char* name;
    std::vector<std::string> texts;
    const char* printed;
  } rows[] = {
      {"one place in two reports",
       {"It rained in Vellmark.", "The road to Vellmark is closed."},
       "e1 place Vellmark (2 mentions)\n"},
      {"its sort beside it",
       {"It rained in Vellmark Province.", "It rained in Vellmark."},
       "e1 place Vellmark Province = Vellmark (2 mentions)\n"},
      {"two places that begin alike",
       {"It rained in Norlandia.", "It rained in Norlavia."},
       "e1 place Norlandia (1 mention)\ne2 place Norlavia (1 mention)\n"},
      {"two spellings that GeoNames has",
       {"It rained in Kiev.", "It rained in Kyiv."},
       "e1 place Kiev = Kyiv (2 mentions)\n"},
      {"a place and a person of one name",
       {"It rained in Torrin.", "Ada Torrin left the harbour."},
       "e1 place Torrin (1 mention)\ne2 person Ada Torrin (1 mention)\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(names_of(row.texts), row.printed) << row.name;
}

}  // namespace
}  // namespace hearsay
