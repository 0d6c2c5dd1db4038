#include "run/story_stream.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(StoryStream, articles_of_one_name_are_told_apart) {
  Story story;
  story.articles = {7, 2, 4, 9};
  Copy copy;
  copy.from = 4;
  copy.to = 9;
  story.copies = {copy};
  const char* const names[] = {"", "", "quay", "", "quay", "", "", "dell", "", "quay"};
  const NamedStory named = with_names(story, [&](std::size_t number) { return names[number]; });
  EXPECT_EQ(named.names, (std::vector<std::string>{"quay", "quay#2", "dell", "quay#3"}));
  EXPECT_EQ(named.story.articles, (std::vector<std::size_t>{2, 0, 1, 3}));
  EXPECT_EQ(named.story.copies[0].to, 3U);
}

}  // namespace
}  // namespace hearsay
