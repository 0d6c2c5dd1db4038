// Which names a report puts side by side. With the trained models.
#include "identify/neighbours.h"

#include "marked_story.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

// The pairs that stand side by side, as "Ada Holm + Torvik Lines", one a line.
std::string neighbours_in(const std::string& text) {
  const MarkedStory story({text});
  const Entities entities = join_names(story.articles, story.marks);
  std::string printed;
  for (const auto& [a, b] : find_neighbours(story.marks, entities))
    printed += entities.all[a].name + " + " + entities.all[b].name + "\n";
  return printed;
}

TEST(Neighbours, are_named_with_a_few_words_between_in_one_sentence) {
  const struct {
    const char* text;
    const char* pairs;
  } rows[] = {
      {"Torvik Lines spokeswoman Ada Holm left the harbour.", "Torvik Lines + Ada Holm\n"},
      {"Ada Holm told Torvik Lines that the ferry had sunk.", "Ada Holm + Torvik Lines\n"},
      {"Ada Holm, who had worked for many years and in nearly every port of the long coast, left Torvik Lines.", ""},
      {"The harbour was shut by Ada Holm. Torvik Lines said nothing.", ""},
      {"Ada Holm left the harbour. Later Ada Holm came back.", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(neighbours_in(row.text), row.pairs) << row.text;
}

}  // namespace
}  // namespace hearsay
