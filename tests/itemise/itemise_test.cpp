// The claims of a small invented story, with the trained models: the room's result as text.
#include "itemise/itemise.h"

#include "marked_story.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hearsay {
namespace {

std::string claims_in(const std::vector<std::string>& texts) {
  static const ClaimRules rules;
  const MarkedStory story(texts);
  return to_text(itemise(story.articles, story.marks, identify(story.articles, story.marks), rules), story.articles);
}

TEST(Itemise, a_story_s_claims_as_text) {
  const struct {
    const char* name;
    std::vector<std::string> texts;
    const char* printed;
  } rows[] = {
      {"no articles", {}, ""},
      {"who told whom, outermost first",
       {"The mayor told Nordwire that the warehouse was empty."},
       "a asserts [Nordwire] [mayor] \"The mayor told Nordwire that the warehouse was empty\"\na asserts [Nordwire] "
       "[mayor] \"the warehouse was empty\"\n"},
      {"values beside their words",
       {"At least nine sailors drowned near Torrin on Monday, the harbour office said."},
       "a asserts [harbour office] \"At least nine sailors drowned\" quantity 9.. of sailors\na asserts [harbour "
       "office] \"At least nine sailors drowned near Torrin on Monday\" quantity 9.. of sailors date "
       "2031-05-05..2031-05-05 place e1\n"},
      {"a denial and a silence",
       {"Torvik Lines denied that the ferry was overloaded.", "Torvik Lines declined to comment."},
       "a denies [Torvik Lines] \"Torvik Lines denied that the ferry was overloaded\"\na denies [Torvik Lines] \"the "
       "ferry was overloaded\"\nb declines [Torvik Lines] \"Torvik Lines declined to comment\"\n"},
      {"the capital as a source is its country",
       {"Kazakhstan was silent.", "Astana said nine drones were shot down."},
       "a asserts \"Kazakhstan was silent\"\nb asserts [Kazakhstan] \"Astana said nine drones were shot down\" "
       "quantity 9..9 of drones\nb asserts [Kazakhstan] \"nine drones were shot down\" quantity 9..9 of drones\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(claims_in(row.texts), row.printed) << row.name;
}

}  // namespace
}  // namespace hearsay
