// Trees are not walked one by one. QuickScorer (Lucchese et al. 2015) asks feature by feature, the questions of all
// trees in the order of their values: each that is answered "above" strikes out the leaves to its left, and behind the
// first that is not none needs to be asked. The leftmost leaf that is left of a tree is the one that a walk would
// reach.
#include "base/boosted_trees.h"

#include "base/lines.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::int32_t most_questions = 63;  // a bit for each leaf
constexpr std::int32_t most_outputs = 1000;

[[noreturn]] void refuse(const std::string& where, const std::string& reason) {
  throw std::runtime_error(where + ": " + reason);
}

std::string_view next_word(std::string_view& line) { return next_piece(line, ' '); }

std::int32_t next_number(std::string_view& line, const std::string& where) {
  const std::string_view word = next_word(line);
  std::int32_t number = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
  if (word.empty() || read.ec != std::errc() || read.ptr != word.data() + word.size()) refuse(where, "not a number");
  return number;
}

void check_features(std::string_view line, std::span<const std::string_view> features, const std::string& where) {
  for (const std::string_view feature : features) {
    if (next_word(line) != feature) refuse(where, "made for other features: no \"" + std::string(feature) + "\" here");
  }
  if (!line.empty()) refuse(where, "made for more features");
}

struct Branch {
  std::size_t feature;
  std::int32_t most, left, right;
};

// Numbers a tree's leaves from left to right.
class LeafOrder {
 public:
  LeafOrder(const std::vector<Branch>& branches, const std::string& where)
      : branches_(branches), where_(where), left_of_(branches.size()), asked_(branches.size()) {
    visit(branches.empty() ? -1 : 0);
    if (order_.size() != branches.size() + 1) refuse(where, "not a tree");
  }

  const std::vector<std::size_t>& leaves() const { return order_; }
  // The first leaf to the left of a question, and the one behind the last.
  std::pair<std::size_t, std::size_t> left_of(std::size_t question) const { return left_of_[question]; }

 private:
  // Each question and each leaf once; so a file cannot make this go on for ever, nor deeper than there are questions.
  void visit(std::int32_t at) {
    const std::size_t known = branches_.size();
    if (at < 0) {
      const auto leaf = static_cast<std::size_t>(-1 - static_cast<std::int64_t>(at));
      if (leaf > known || std::find(order_.begin(), order_.end(), leaf) != order_.end())
        refuse(where_, "a branch that leads nowhere");
      order_.push_back(leaf);
      return;
    }
    const auto question = static_cast<std::size_t>(at);
    if (question >= known || asked_[question]) refuse(where_, "a branch that leads nowhere");
    asked_[question] = true;
    const std::size_t first = order_.size();
    visit(branches_[question].left);
    left_of_[question] = {first, order_.size()};
    visit(branches_[question].right);
  }

  const std::vector<Branch>& branches_;
  const std::string& where_;
  std::vector<std::pair<std::size_t, std::size_t>> left_of_;
  std::vector<bool> asked_;
  std::vector<std::size_t> order_;
};

}  // namespace

BoostedTrees::BoostedTrees(std::string_view lines, std::string_view file, std::span<const std::string_view> features)
    : outputs_(1) {
  bool named = false;
  std::size_t trees = 0;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    std::string_view line = next_line(lines);
    if (line.empty() || line.front() == '#') continue;
    const std::string where = std::string(file) + ", line " + std::to_string(number);
    if (line.starts_with("features ")) {
      next_word(line);
      check_features(line, features, where);
      named = true;
    } else if (line.starts_with("outputs ")) {
      next_word(line);
      const std::int32_t outputs = next_number(line, where);
      if (outputs < 1 || outputs > most_outputs) refuse(where, "no count of outputs");
      if (trees > 0) refuse(where, "outputs after a tree");
      outputs_.resize(static_cast<std::size_t>(outputs));
    } else {
      Output& output = outputs_[trees++ % outputs_.size()];
      output.by_feature.resize(features.size());
      read_tree(line, output, where);
    }
  }
  if (!named) refuse(std::string(file), "does not name its features");
  for (Output& output : outputs_)
    for (auto& questions : output.by_feature)
      std::stable_sort(questions.begin(), questions.end(),
                       [](const Question& a, const Question& b) { return a.most < b.most; });
}

void BoostedTrees::read_tree(std::string_view line, Output& output, const std::string& where) {
  const std::int32_t count = next_number(line, where);
  if (count < 0 || count > most_questions) refuse(where, "not a count of questions");
  std::vector<Branch> branches;
  for (std::int32_t i = 0; i < count; ++i) {
    const std::int32_t feature = next_number(line, where);
    if (feature < 0 || static_cast<std::size_t>(feature) >= output.by_feature.size()) refuse(where, "no such feature");
    const std::int32_t most = next_number(line, where);
    const std::int32_t left = next_number(line, where);
    branches.push_back({static_cast<std::size_t>(feature), most, left, next_number(line, where)});
  }
  std::vector<std::int32_t> leaves;
  for (std::int32_t i = 0; i <= count; ++i) leaves.push_back(next_number(line, where));
  if (!line.empty()) refuse(where, "more than a tree");

  const LeafOrder order(branches, where);
  const auto tree = static_cast<std::uint32_t>(output.first_leaf.size());
  for (std::size_t i = 0; i < branches.size(); ++i) {
    const auto [first, behind] = order.left_of(i);
    const LeafSet left = ((LeafSet{1} << (behind - first)) - 1) << first;  // never all of them: the right side has one
    output.by_feature[branches[i].feature].push_back({branches[i].most, tree, ~left});
  }
  output.first_leaf.push_back(output.leaves.size());
  for (const std::size_t leaf : order.leaves()) output.leaves.push_back(leaves[leaf]);
}

std::int64_t BoostedTrees::score(std::span<const std::int32_t> features, std::size_t output) const {
  const Output& of = outputs_[output];
  std::vector<LeafSet> left(of.first_leaf.size(), ~LeafSet{0});
  for (std::size_t f = 0; f < of.by_feature.size(); ++f) {
    for (const Question& question : of.by_feature[f]) {
      if (features[f] <= question.most) break;
      left[question.tree] &= question.right_of;
    }
  }
  std::int64_t sum = 0;
  for (std::size_t t = 0; t < left.size(); ++t)
    sum += of.leaves[of.first_leaf[t] + static_cast<std::size_t>(std::countr_zero(left[t]))];
  return sum;
}

}  // namespace hearsay
