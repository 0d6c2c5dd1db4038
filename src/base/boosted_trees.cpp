#include "base/boosted_trees.h"

#include "base/lines.h"

#include <charconv>
#include <stdexcept>

namespace hearsay {

namespace {

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

// Whether a branch may lead there: only to a leaf or to a later question, so that every path ends.
bool leads_on(std::int32_t to, std::size_t from, std::size_t questions) {
  if (to < 0) return static_cast<std::size_t>(-1 - to) <= questions;
  return static_cast<std::size_t>(to) > from && static_cast<std::size_t>(to) < questions;
}

}  // namespace

BoostedTrees::BoostedTrees(std::string_view lines, std::string_view file, std::span<const std::string_view> features) {
  bool named = false;
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
      if (outputs < 1) refuse(where, "no outputs");
      outputs_ = static_cast<std::size_t>(outputs);
    } else {
      trees_.push_back(read_tree(line, features.size(), where));
    }
  }
  if (!named) refuse(std::string(file), "does not name its features");
}

BoostedTrees::Tree BoostedTrees::read_tree(std::string_view line, std::size_t features, const std::string& where) {
  Tree tree;
  const std::int32_t count = next_number(line, where);
  if (count < 0 || static_cast<std::size_t>(count) > line.size()) refuse(where, "not a count of questions");
  const auto questions = static_cast<std::size_t>(count);
  for (std::size_t i = 0; i < questions; ++i) {
    Question question;
    const std::int32_t feature = next_number(line, where);
    question.most = next_number(line, where);
    question.left = next_number(line, where);
    question.right = next_number(line, where);
    if (feature < 0 || static_cast<std::size_t>(feature) >= features) refuse(where, "no such feature");
    if (!leads_on(question.left, i, questions) || !leads_on(question.right, i, questions))
      refuse(where, "a branch that leads nowhere");
    question.feature = static_cast<std::uint32_t>(feature);
    tree.questions.push_back(question);
  }
  for (std::size_t i = 0; i <= questions; ++i) tree.leaves.push_back(next_number(line, where));
  if (!line.empty()) refuse(where, "more than a tree");
  return tree;
}

std::int64_t BoostedTrees::score(std::span<const std::int32_t> features, std::size_t output) const {
  std::int64_t sum = 0;
  for (std::size_t t = output; t < trees_.size(); t += outputs_) {
    const Tree& tree = trees_[t];
    std::int32_t at = tree.questions.empty() ? -1 : 0;
    while (at >= 0) {
      const Question& question = tree.questions[static_cast<std::size_t>(at)];
      at = features[question.feature] <= question.most ? question.left : question.right;
    }
    sum += tree.leaves[static_cast<std::size_t>(-1 - at)];
  }
  return sum;
}

}  // namespace hearsay
