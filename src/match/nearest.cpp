#include "match/nearest.h"

#include "match/candidates.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace hearsay {

namespace {

void keep_nearest(std::vector<std::int16_t>& likenesses) {
  std::sort(likenesses.begin(), likenesses.end(), std::greater<>());
  if (likenesses.size() > most_ranked) likenesses.resize(most_ranked);
}

}  // namespace

void note_nearest(std::span<ClaimProfile> profiles) {
  for_candidates(profiles, [&](std::size_t a, std::size_t b) {
    const auto likeness = static_cast<std::int16_t>(sense_likeness(profiles[a].sense, profiles[b].sense));
    for (const std::size_t claim : {a, b}) {
      auto& list = profiles[claim].nearest;
      list.push_back(likeness);
      if (list.size() >= 4 * most_ranked) keep_nearest(list);
    }
  });
  for (ClaimProfile& profile : profiles) keep_nearest(profile.nearest);
}

std::int32_t rank_among_candidates(const ClaimProfile& profile, std::int32_t likeness) {
  const auto below = std::lower_bound(profile.nearest.begin(), profile.nearest.end(), likeness,
                                      [](std::int32_t nearer, std::int32_t than) { return nearer > than; });
  return static_cast<std::int32_t>(below - profile.nearest.begin());
}

bool is_far(const ClaimProfile& a, const ClaimProfile& b) {
  constexpr auto last = static_cast<std::int32_t>(most_ranked);
  const std::int32_t likeness = sense_likeness(a.sense, b.sense);
  return rank_among_candidates(a, likeness) == last && rank_among_candidates(b, likeness) == last;
}

}  // namespace hearsay
