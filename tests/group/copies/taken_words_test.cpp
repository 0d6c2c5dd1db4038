#include "group/copies/taken_words.h"

#include "group/copies/copies.h"
#include "group/stories/grouper.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

Article article(const std::string& id, const std::string& day, const std::string& text) {
  Article made;
  made.id = id;
  made.published = parse_moment(day);
  made.text = text;
  return made;
}

TEST(taken_words, are_those_in_runs_of_five_each_counted_once) {
  struct Row {
    std::string from, to;
    std::size_t taken;
  };
  const Row rows[] = {
      {"", "", 0},
      {"a quay burned on Monday night", "", 0},
      {"a quay burned on Monday night", "a quay burned on", 0},
      {"a quay burned on Monday night", "A quay burned on Monday.", 5},
      {"a quay burned on Monday night", "Then a quay burned on Monday night, or was it Tuesday", 6},
      {"a quay burned on Monday night", "a quay burned on Tuesday night", 0},
      {"a quay burned on Monday night", "a quay burned on Monday. A quay burned on Monday", 10},
      {"a quay burned on Monday. A quay burned on Monday", "a quay burned on Monday night", 5},
      // Two runs of the one text meet in the other.
      {"one two three four five. four five six seven eight", "one two three four five six seven eight", 8},
  };
  for (const Row& row : rows)
    EXPECT_EQ(
        count_taken(all_words(article("a", "2031-05-05", row.from)), all_words(article("b", "2031-05-05", row.to))),
        row.taken)
        << row.from << " | " << row.to;
}

// Whether boilerplate is marked, as it is for `report`, or not, as for `group`.
TEST(taken_words, give_one_copy_one_share_in_a_story_and_in_a_stream) {
  const std::string told =
      "The ferry ran onto a sandbank outside the port before dawn with ninety people on board. Tugs pulled it free at "
      "high water and nobody was hurt, the harbour office said. The company blamed a broken rudder cable.";
  std::vector<Article> articles{article("a", "2031-05-05", "Listen to this article\n\n" + told),
                                article("b", "2031-05-06", told + "\n\nRead also: ten walks along the quay")};
  Grouper grouper({});
  for (const Article& one : articles) grouper.add(one);
  const std::vector<Story> stories = grouper.stories();
  ASSERT_EQ(stories.size(), 1U);
  ASSERT_EQ(stories[0].copies.size(), 1U);
  for (Article& one : articles) {
    const Span left_out = one.id == "a" ? Span{0, 22} : Span{told.size() + 2, one.text.size()};
    one.boilerplate.push_back({left_out, "asks for something"});
  }
  const std::vector<Copy> copies = find_copies(articles);
  ASSERT_EQ(copies.size(), 1U);
  EXPECT_DOUBLE_EQ(copies[0].share, stories[0].copies[0].share);
  EXPECT_DOUBLE_EQ(copies[0].share, 38.0 / 45);
}

}  // namespace
}  // namespace hearsay
