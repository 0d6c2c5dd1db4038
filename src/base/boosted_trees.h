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
  // Reads the lines of a weights file: "features NAME...", then "outputs N", then a line a tree. A tree of n questions,
  // 63 at the most, is n, then for each question the feature's number, the largest value that goes left, and where left
  // and right lead (a question's number, or -1 - number of a leaf), then n + 1 leaves. Trees speak for the outputs in
  // turn. A line that begins with '#' is passed over. `features` are the names that the caller fills, in order. Throws
  // std::runtime_error naming `file` when it is broken or made for other features.
  BoostedTrees(std::string_view lines, std::string_view file, std::span<const std::string_view> features);

  std::size_t outputs() const { return outputs_.size(); }

  // The sum of the leaves that the trees of one output reach, in 65,536ths of a unit of log odds. `features` are as
  // many as were named.
  std::int64_t score(std::span<const std::int32_t> features, std::size_t output = 0) const;

 private:
  using LeafSet = std::uint64_t;  // the leaves of a tree from left to right, the leftmost in the lowest bit

  // A question of some tree: what is above `most` cannot reach the leaves that are not in `right_of`.
  struct Question {
    std::int32_t most = 0;
    std::uint32_t tree = 0;
    LeafSet right_of = 0;
  };
  struct Output {
    std::vector<std::vector<Question>> by_feature;  // those of all trees, the lowest `most` first
    std::vector<std::size_t> first_leaf;            // of each tree, in `leaves`
    std::vector<std::int32_t> leaves;
  };
  static void read_tree(std::string_view line, Output& output, const std::string& where);

  std::vector<Output> outputs_;
};

}  // namespace hearsay
