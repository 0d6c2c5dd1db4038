// Chu-Liu-Edmonds on a dense matrix: each word takes its best head; a cycle becomes one word, whose heads' scores are
// those of its members less what each member gives up; and so on until there is no cycle. A single root is had by
// making every root cost more than all else together, so that the best tree has as few of them as it can.
#include "dissect/trees/spanning_tree.h"

#include "dissect/arithmetic/kernels.h"

#include <algorithm>
#include <limits>

namespace hearsay {

namespace {

constexpr std::int64_t root_price = std::int64_t{1} << 52;
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::min() / 4;

class Contraction {
 public:
  // Nodes 1..n are words, node 0 is what the root hangs on.
  Contraction(std::span<const std::int32_t> words, std::size_t n) : size_(n + 1), scores_(size_ * size_, never) {
    for (std::size_t word = 0; word < n; ++word) {
      std::copy_n(words.data() + word * size_, size_, scores_.data() + (word + 1) * size_);
      at(0, word + 1) -= root_price;
      // A root is worse than any word as a head, unless there is only one word.
      heads_.push_back(1 + best_of(words.data() + word * size_ + 1, n));
    }
  }

  std::vector<std::size_t> solve() {
    std::vector<std::size_t> nodes(size_);
    for (std::size_t i = 0; i < size_; ++i) nodes[i] = i;
    return solve(nodes);
  }

 private:
  // A node's scores of all heads stand side by side, as they are mostly walked through together.
  std::int64_t& at(std::size_t head, std::size_t node) { return scores_[node * size_ + head]; }

  std::size_t best_head(const std::vector<std::size_t>& nodes, std::size_t node) {
    std::size_t best = nodes[0] == node ? nodes[1] : nodes[0];
    for (const std::size_t head : nodes)
      if (head != node && at(head, node) > at(best, node)) best = head;
    return best;
  }

  // The words of a cycle among the chosen heads, none when there is no cycle.
  std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& nodes,
                                      const std::vector<std::size_t>& heads) const {
    std::vector<std::size_t> seen_from(size_, 0);
    for (const std::size_t begin : nodes) {
      std::size_t node = begin;
      while (node != 0 && seen_from[node] == 0) {
        seen_from[node] = begin;
        node = heads[node];
      }
      if (node == 0 || seen_from[node] != begin) continue;
      std::vector<std::size_t> cycle = {node};
      for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
      return cycle;
    }
    return {};
  }

  // Nodes are contracted in place: a cycle lives on under the number of its first member.
  std::vector<std::size_t> solve(std::vector<std::size_t> nodes) {
    struct Step {
      std::vector<std::size_t> cycle, cycle_heads;
      std::vector<std::size_t> enters_at;    // by head: the member that an arc from it ends in
      std::vector<std::size_t> leaves_from;  // by node: the member that an arc to it begins in
    };
    std::vector<Step> steps;
    std::vector<std::size_t> heads = heads_;
    while (true) {
      const std::vector<std::size_t> cycle = find_cycle(nodes, heads);
      if (cycle.empty()) break;
      Step step{cycle, {}, std::vector<std::size_t>(size_, 0), std::vector<std::size_t>(size_, 0)};
      std::vector<bool> inside(size_, false);
      for (const std::size_t member : cycle) {
        inside[member] = true;
        step.cycle_heads.push_back(heads[member]);
      }
      const std::size_t merged = cycle[0];
      for (const std::size_t other : nodes) {
        if (inside[other]) continue;
        std::int64_t best_in = never, best_out = never;
        for (const std::size_t member : cycle) {
          const std::int64_t in = at(other, member) - at(heads[member], member);
          if (in > best_in) best_in = in, step.enters_at[other] = member;
          if (at(member, other) > best_out || step.leaves_from[other] == 0) {
            best_out = at(member, other);
            step.leaves_from[other] = member;
          }
        }
        pending_.push_back({other, best_in, best_out});
      }
      for (const Pending& p : pending_) {
        at(p.other, merged) = p.in;
        at(merged, p.other) = p.out;
      }
      pending_.clear();
      std::erase_if(nodes, [&](std::size_t node) { return inside[node] && node != merged; });
      // The scores of the others' best heads are as before; only the merged word has to choose anew.
      for (const std::size_t node : nodes)
        if (inside[heads[node]]) heads[node] = merged;
      heads[merged] = best_head(nodes, merged);
      steps.push_back(std::move(step));
    }
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      const std::size_t merged = step->cycle[0];
      const std::size_t outer_head = heads[merged];
      for (std::size_t node = 0; node < size_; ++node)
        if (step->leaves_from[node] != 0 && heads[node] == merged) heads[node] = step->leaves_from[node];
      for (std::size_t m = 0; m < step->cycle.size(); ++m) heads[step->cycle[m]] = step->cycle_heads[m];
      heads[step->enters_at[outer_head]] = outer_head;
    }
    return heads;
  }

  struct Pending {
    std::size_t other;
    std::int64_t in, out;
  };

  std::size_t size_;
  std::vector<std::int64_t> scores_;
  std::vector<std::size_t> heads_ = {0};  // each node's best one to begin with; node 0 has none
  std::vector<Pending> pending_;
};

bool is_tree(const std::vector<std::int32_t>& heads) {
  std::vector<std::uint32_t> seen_from(heads.size(), 0);
  std::uint32_t roots = 0;
  for (std::uint32_t begin = 0; begin < heads.size(); ++begin) {
    roots += heads[begin] < 0;
    std::int32_t node = static_cast<std::int32_t>(begin);
    while (node >= 0 && seen_from[static_cast<std::size_t>(node)] == 0) {
      seen_from[static_cast<std::size_t>(node)] = begin + 1;
      node = heads[static_cast<std::size_t>(node)];
    }
    if (node >= 0 && seen_from[static_cast<std::size_t>(node)] == begin + 1) return false;
  }
  return roots == 1;
}

}  // namespace

std::vector<std::int32_t> best_tree(std::span<const std::int32_t> scores, std::size_t n) {
  std::vector<std::int32_t> heads(n, -1);
  for (std::size_t word = 0; word < n; ++word) {
    const std::size_t best = best_of(scores.data() + word * (n + 1), n + 1);
    heads[word] = static_cast<std::int32_t>(best) - 1;
  }
  if (n < 2 || is_tree(heads)) return heads;
  const std::vector<std::size_t> solved = Contraction(scores, n).solve();
  for (std::size_t word = 0; word < n; ++word) heads[word] = static_cast<std::int32_t>(solved[word + 1]) - 1;
  return heads;
}

}  // namespace hearsay
