// Average-link agglomerative clustering (Sokal and Michener 1958) over a sparse graph: only claims that share one of
// their rarer words are compared, and a pair that was not compared counts as unlike. Ties are broken by position, so
// the result is one whatever the order of the heap.
#include "match/points.h"

#include "match/candidates.h"
#include "match/nearest.h"

#include <algorithm>
#include <queue>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr float least_probability = 0.05F;
// Who denies a thing answers somebody, so what is denied needs less likeness to be what others tell.
constexpr float threshold_of_denials = 0.5F;  // a part of the other

struct Pair {
  std::size_t a;
  std::size_t b;
  float probability;
};

std::vector<Pair> compare_candidates(std::span<const ClaimProfile> profiles, const PairJudge& judge) {
  std::vector<Pair> pairs;
  for_candidates(profiles, [&](std::size_t a, std::size_t b) {
    if (is_far(profiles[a], profiles[b])) return;
    const float probability = judge(profiles[a], profiles[b]);
    if (probability >= least_probability) pairs.push_back({a, b, probability});
  });
  return pairs;
}

class Linkage {
 public:
  Linkage(std::size_t count, const std::vector<Pair>& pairs, float threshold)
      : threshold_(threshold), members_(count), links_(count), version_(count, 0) {
    for (std::size_t i = 0; i < count; ++i) members_[i] = {i};
    for (const Pair& pair : pairs) {
      links_[pair.a][pair.b] = pair.probability;
      links_[pair.b][pair.a] = pair.probability;
      push(pair.a, pair.b);
    }
  }

  void merge() {
    while (!queue_.empty()) {
      const Merge best = queue_.top();
      queue_.pop();
      if (best.version_a != version_[best.a] || best.version_b != version_[best.b]) continue;
      merge(best.a, best.b);
    }
  }

  // Joins each cluster that holds only denials to the one it is most like, if it is like any.
  void answer(const std::vector<bool>& denies) {
    const auto all_deny = [&](std::size_t cluster) {
      return !members_[cluster].empty() && std::all_of(members_[cluster].begin(), members_[cluster].end(),
                                                       [&](std::size_t claim) { return denies[claim]; });
    };
    for (std::size_t cluster = 0; cluster < members_.size(); ++cluster) {
      if (!all_deny(cluster)) continue;
      std::size_t best = cluster;
      float best_average = threshold_ * threshold_of_denials;
      for (const auto& [other, sum] : links_[cluster]) {
        const float average = sum / static_cast<float>(members_[cluster].size() * members_[other].size());
        const bool first = average == best_average && other < best;
        if ((average > best_average || first) && !all_deny(other)) {
          best = other;
          best_average = average;
        }
      }
      if (best != cluster) merge(best, cluster);
    }
  }

  std::vector<std::vector<std::size_t>> clusters() {
    std::vector<std::vector<std::size_t>> clusters;
    for (auto& members : members_) {
      if (members.empty()) continue;
      std::sort(members.begin(), members.end());
      clusters.push_back(std::move(members));
    }
    std::sort(clusters.begin(), clusters.end());
    return clusters;
  }

 private:
  struct Merge {
    float average;
    std::size_t a;
    std::size_t b;
    unsigned version_a;
    unsigned version_b;
    bool operator<(const Merge& other) const {
      if (average != other.average) return average < other.average;
      return a != other.a ? a > other.a : b > other.b;
    }
  };

  void push(std::size_t a, std::size_t b) {
    if (a > b) std::swap(a, b);
    const float sum = links_[a].at(b);
    const auto pairs = static_cast<float>(members_[a].size() * members_[b].size());
    // A pair below the threshold comes up again, with a new average, when either grows.
    if (sum / pairs >= threshold_) queue_.push({sum / pairs, a, b, version_[a], version_[b]});
  }

  void merge(std::size_t a, std::size_t b) {
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    ++version_[a];
    ++version_[b];
    for (const auto& [other, sum] : links_[b]) {
      links_[other].erase(b);
      if (other == a) continue;
      links_[a][other] += sum;
      links_[other][a] = links_[a][other];
    }
    links_[b].clear();
    links_[a].erase(b);
    for (const auto& [other, sum] : links_[a]) push(a, other);
  }

  float threshold_;
  std::vector<std::vector<std::size_t>> members_;
  std::vector<std::unordered_map<std::size_t, float>> links_;  // sums of probabilities between clusters
  std::vector<unsigned> version_;
  std::priority_queue<Merge> queue_;
};

}  // namespace

std::vector<std::vector<std::size_t>> find_points(std::span<const ClaimProfile> profiles, const PairJudge& judge) {
  std::vector<bool> denies;
  for (const ClaimProfile& profile : profiles) {
    denies.push_back(profile.claim->stance == Stance::denies && profile.assertion.clause);
  }
  Linkage linkage(profiles.size(), compare_candidates(profiles, judge), LikenessModel::threshold);
  linkage.merge();
  linkage.answer(denies);
  return linkage.clusters();
}

}  // namespace hearsay
