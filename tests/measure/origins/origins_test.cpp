// Where claims come from: which speakers, bodies, documents and outlets are one origin.
#include "measure/origins/origins.h"

#include "measure/hand_story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// One origin a line: "kind name: the outlets that have it", in the story's order.
std::string origins_of(HandStory story) {
  std::string printed;
  const auto& claims = story.claims();
  for (const Origin& origin : story.origins()) {
    printed += fmt::format("{} {}:", to_text(origin.kind), origin.name);
    for (const std::size_t c : origin.claims) printed += fmt::format(" {}", claims[c].article);
    printed += '\n';
  }
  return printed;
}

TEST(Origins, what_is_one_and_what_is_two) {
  const struct {
    const char* name;
    const char* claims;
    const char* origins;
  } rows[] = {
      {"no claims, no origins", "", ""},
      {"an outlet's own voice is the outlet", "Wennel Post: -: nine sailors drowned", "outlet Wennel Post: 0\n"},
      {"two outlets in their own voice are two",
       "Wennel Post: -: nine sailors drowned\nRadio Harrow: -: nine sailors drowned",
       "outlet Wennel Post: 0\noutlet Radio Harrow: 1\n"},
      {"one name in two reports is one speaker",
       "Wennel Post: Ada Holm: nine sailors drowned\nRadio Harrow: Ada Holm: nine drowned", "speaker Ada Holm: 0 1\n"},
      {"the last of the chain knows it, whoever gathered it",
       "Wennel Post: Nordwire > Ada Holm: nine sailors drowned\nRadio Harrow: Ada Holm: nine drowned",
       "speaker Ada Holm: 0 1\n"},
      {"two names are two speakers", "Wennel Post: Ada Holm: nine drowned\nRadio Harrow: Ode Brandt: nine drowned",
       "speaker Ada Holm: 0\nspeaker Ode Brandt: 1\n"},
      {"a spokesman without a name is his body",
       "Wennel Post: harbour office: nine drowned\nRadio Harrow: harbour office spokesman: nine drowned",
       "unnamed harbour office: 0 1\n"},
      {"a shorter phrase means the longer one where there is one",
       "Wennel Post: northern police: nine drowned\nRadio Harrow: police: nine drowned",
       "unnamed northern police: 0 1\n"},
      {"... and is left alone where there are two",
       "Wennel Post: northern police: nine drowned\nRadio Harrow: southern police: nine drowned\n"
       "Torrin Times: police: nine drowned",
       "unnamed northern police: 0\nunnamed southern police: 1\nunnamed police: 2\n"},
      {"bodies of two states are two",
       "Wennel Post: Norlandish foreign ministry: it was sold\nRadio Harrow: Torrinese foreign ministry: it was sold",
       "unnamed Norlandish foreign ministry: 0\nunnamed Torrinese foreign ministry: 1\n"},
      {"a document knows what stands in it", "Wennel Post: annual report: nine drowned", "document annual report: 0\n"},
      {"case and article make no difference to a phrase",
       "Wennel Post: the rescue worker: nine drowned\nRadio Harrow: The rescue worker: nine drowned",
       "unnamed the rescue worker: 0 1\n"},
      {"one report with two sources has two origins",
       "Wennel Post: Ada Holm: nine drowned\nWennel Post: Ode Brandt: nine drowned\nWennel Post: -: it rained",
       "speaker Ada Holm: 0\nspeaker Ode Brandt: 0\noutlet Wennel Post: 0\n"},
      {"two documents of two bodies are two",
       "Wennel Post: auditors' report: nine drowned\nRadio Harrow: police report: nine drowned",
       "document auditors' report: 0\ndocument police report: 1\n"},
      {"a report about a body is not the body",
       "Wennel Post: harbour office: nine drowned\nRadio Harrow: harbour office report: nine drowned",
       "unnamed harbour office: 0\ndocument harbour office report: 1\n"},
      {"officials of two cities are two",
       "Wennel Post: Torrin officials: nine drowned\nRadio Harrow: Vellmark officials: nine drowned",
       "unnamed Torrin officials: 0\nunnamed Vellmark officials: 1\n"},
      {"two witnesses of two kinds are two",
       "Wennel Post: a fisherman: nine drowned\nRadio Harrow: a nurse: nine drowned",
       "unnamed a fisherman: 0\nunnamed a nurse: 1\n"},
  };
  for (const auto& row : rows) EXPECT_EQ(origins_of(HandStory(row.claims)), row.origins) << row.name;
}

TEST(Origins, a_name_of_the_story_gives_the_kind) {
  HandStory story(
      "Wennel Post: Torvik Lines: it sank\nRadio Harrow: Torvik Lines: it sank\nTorrin Times: Ada: it sank");
  story.is("Torvik Lines", EntityKind::organization).is("Ada", EntityKind::person);
  EXPECT_EQ(origins_of(std::move(story)), "organization Torvik Lines: 0 1\nspeaker Ada: 2\n");
}

TEST(Origins, each_says_what_brought_its_claims_together) {
  HandStory story(
      "Wennel Post: harbour office: nine drowned\nRadio Harrow: harbour office spokesman: nine drowned\n"
      "Torrin Times: -: nine drowned");
  const auto& origins = story.origins();
  ASSERT_EQ(origins.size(), 2U);
  EXPECT_EQ(origins[0].why,
            "named as the source in 2 articles: one origin; treated as one body: \"harbour office\" \"harbour office "
            "spokesman\"");
  EXPECT_EQ(origins[1].why, "reported in its own voice, naming nobody");
}

}  // namespace
}  // namespace hearsay
