#include "base/boosted_trees.h"

#include <gtest/gtest.h>

#include <array>
#include <stdexcept>
#include <string>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 2> features = {"size", "colour"};

TEST(BoostedTrees, the_leaves_that_are_reached_are_summed) {
  // size <= 3 gives 10, else colour <= 0 gives 20, else 40; and a tree without a question gives 5.
  const BoostedTrees trees("# a comment\nfeatures size colour\noutputs 1\n2 0 3 -1 1 1 0 -2 -3 10 20 40\n0 5\n",
                           "t.txt", features);
  const auto score = [&](std::int32_t size, std::int32_t colour) {
    return trees.score(std::array<std::int32_t, 2>{size, colour});
  };
  EXPECT_EQ(score(3, 9), 15);
  EXPECT_EQ(score(4, 0), 25);
  EXPECT_EQ(score(4, 1), 45);
}

// A tree of as many questions as there may be, each to the right of the one before: value n reaches leaf n.
TEST(BoostedTrees, the_largest_tree_is_walked_to_its_last_leaf) {
  constexpr int questions = 63;
  std::string line = std::to_string(questions);
  for (int q = 0; q < questions; ++q) {
    const int right = q + 1 < questions ? q + 1 : -1 - questions;
    line += " 0 " + std::to_string(q) + " " + std::to_string(-1 - q) + " " + std::to_string(right);
  }
  for (int leaf = 0; leaf <= questions; ++leaf) line += " " + std::to_string(100 + leaf);
  const BoostedTrees trees("features size colour\noutputs 1\n" + line + "\n", "t.txt", features);
  for (int value = 0; value <= questions; ++value)
    EXPECT_EQ(trees.score(std::array<std::int32_t, 2>{value, 0}), 100 + value) << value;
}

TEST(BoostedTrees, trees_speak_for_the_outputs_in_turn) {
  const BoostedTrees trees("features size colour\noutputs 2\n0 1\n0 2\n0 10\n0 20\n", "t.txt", features);
  EXPECT_EQ(trees.outputs(), 2U);
  EXPECT_EQ(trees.score(std::array<std::int32_t, 2>{0, 0}, 0), 11);
  EXPECT_EQ(trees.score(std::array<std::int32_t, 2>{0, 0}, 1), 22);
}

TEST(BoostedTrees, a_broken_file_is_refused_by_name_and_line) {
  const std::string begin = "features size colour\noutputs 1\n";
  const struct {
    const char* name;
    std::string lines;
    const char* reason;
  } rows[] = {
      {"other features", "features size shape\n", "t.txt, line 1"},
      {"more features", "features size colour shape\n", "t.txt, line 1"},
      {"no features", "0 1\n", "features"},
      {"a feature that is none", begin + "1 2 0 -1 -2 5 6\n", "t.txt, line 3"},
      {"a branch that leads back", begin + "1 0 0 0 -2 5 6\n", "t.txt, line 3"},
      {"a leaf that is none", begin + "1 0 0 -1 -3 5 6\n", "t.txt, line 3"},
      {"a leaf that is reached twice", begin + "1 0 0 -1 -1 5 6\n", "t.txt, line 3"},
      {"a question that is asked twice", begin + "2 0 0 1 1 0 0 -1 -2 5 6 7\n", "t.txt, line 3"},
      {"a question that is never asked", begin + "2 0 0 -1 -2 0 0 -1 -3 5 6 7\n", "t.txt, line 3"},
      {"more leaves than a tree may have", begin + "64\n", "t.txt, line 3"},
      {"outputs after a tree", begin + "0 5\noutputs 2\n", "t.txt, line 4"},
      {"a tree cut short", begin + "1 0 0 -1 -2 5\n", "t.txt, line 3"},
      {"more than a tree", begin + "0 5 6\n", "t.txt, line 3"},
      {"no number", begin + "0 five\n", "t.txt, line 3"},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    try {
      const BoostedTrees trees(row.lines, "t.txt", features);
      ADD_FAILURE() << "was taken";
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find(row.reason), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace hearsay
