// Judgements learned as a sum of small decision trees (Friedman 2001), over whole numbers, so that one input gives one
// result on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Const after loading, shared by all threads.
class BoostedTrees {
 public:
  // Reads the lines of a weights file: "features NAME...", then "outputs N", then a line a tree. A tree of n questions
  // is n, then for each question the feature's number, the largest value that goes left, and where left and right lead
  // (a question's number, or -1 - number of a leaf), then n + 1 leaves. Trees speak for the outputs in turn. A line
  // that begins with '#' is passed over. `features` are the names that the caller fills, in order. Throws
  // std::runtime_error naming `file` when it is broken or made for other features.
  BoostedTrees(std::string_view lines, std::string_view file, std::span<const std::string_view> features);

  std::size_t outputs() const { return outputs_; }

  // The sum of the leaves that the trees of one output reach, in 65,536ths of a unit of log odds.
  std::int64_t score(std::span<const std::int32_t> features, std::size_t output = 0) const;

 private:
  struct Question {
    std::uint32_t feature = 0;
    std::int32_t most = 0;  // goes left
    std::int32_t left = 0;
    std::int32_t right = 0;
  };
  struct Tree {
    std::vector<Question> questions;
    std::vector<std::int32_t> leaves;
  };
  static Tree read_tree(std::string_view line, std::size_t features, const std::string& where);

  std::size_t outputs_ = 1;
  std::vector<Tree> trees_;
};

}  // namespace hearsay
