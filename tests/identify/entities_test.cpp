// Which names of a story's articles are one: what is joined, what is kept apart, what only may be one.
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

TEST(Entities, a_story_s_names_as_text) {
  const struct {
    const char* name;
    std::vector<std::string> texts;
    const char* printed;
  } rows[] = {
      {"no names", {"It rained all day."}, ""},
  };
  for (const auto& row : rows) EXPECT_EQ(names_of(row.texts), row.printed) << row.name;
}

}  // namespace
}  // namespace hearsay
