// Viterbi's search over a linear chain of roles (the decision rule of a conditional random field, Lafferty et al.
// 2001). A content may fall in several pieces ("The bridge," she said, "is safe"), so roles may come back after others.
#include "extract/attributions/spans.h"

#include <algorithm>

namespace hearsay {

namespace {

using Scores = std::array<float, role_count>;

constexpr float never = -1e9F;

struct Lattice {
  std::vector<Scores> own;                                 // of each word, by its features alone
  std::vector<std::array<std::uint8_t, role_count>> from;  // the best role of the word before
};

std::vector<Role> best_path(const CueScope& scope, const AttributionWeights& weights, Lattice& lattice) {
  const std::size_t size = lattice.own.size();
  lattice.from.assign(size, {});
  Scores best = lattice.own[0];
  for (std::size_t i = 1; i < size; ++i) {
    const std::size_t boundary = scope.boundary(scope.first() + static_cast<std::uint32_t>(i));
    Scores next;
    for (std::size_t right = 0; right < role_count; ++right) {
      next[right] = never * 2;
      for (std::size_t left = 0; left < role_count; ++left) {
        const float score = best[left] + weights.change_score(boundary, left, right);
        if (score <= next[right]) continue;
        next[right] = score;
        lattice.from[i][right] = static_cast<std::uint8_t>(left);
      }
      next[right] += lattice.own[i][right];
    }
    best = next;
  }
  std::vector<Role> path(size);
  std::size_t role = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = size; i-- > 0;) {
    path[i] = static_cast<Role>(role);
    role = lattice.from[i][role];
  }
  return path;
}

float certainty(const Lattice& lattice, const std::vector<Role>& path, Role role) {
  float total = 0;
  int count = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path[i] != role) continue;
    total += lattice.own[i][static_cast<std::size_t>(role)] - lattice.own[i][0];
    ++count;
  }
  return count == 0 ? 0 : total / static_cast<float>(count);
}

}  // namespace

RoleReading read_roles(const CueScope& scope, const AttributionWeights& weights, FeatureList& scratch) {
  Lattice lattice;
  lattice.own.assign(scope.last() - scope.first(), {never, never, never, 0});  // the cue keeps this
  // While a word's features are found, the weights of those of the word before it are on their way.
  FeatureList waiting;
  std::uint32_t waits = scope.cue();
  const auto score_waiting = [&] {
    if (waits != scope.cue()) lattice.own[waits - scope.first()] = weights.role_scores(waiting);
  };
  for (std::uint32_t word = scope.first(); word < scope.last(); ++word) {
    if (word == scope.cue()) continue;
    scope.features(word, scratch);
    weights.fetch_roles(scratch);
    score_waiting();
    std::swap(scratch, waiting);
    waits = word;
  }
  score_waiting();
  RoleReading reading{scope.first(), best_path(scope, weights, lattice)};
  reading.content_certainty = certainty(lattice, reading.roles, Role::content);
  reading.source_certainty = certainty(lattice, reading.roles, Role::source);
  return reading;
}

}  // namespace hearsay
