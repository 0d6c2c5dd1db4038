#include "measure/representative.h"

#include "base/keep_some.h"
#include "itemise/openings.h"

#include <algorithm>
#include <vector>

namespace hearsay {

namespace {

// How well a claim can be read without its sentence.
float readability(const ClaimProfile& profile, bool dependent) {
  constexpr float opening = 0.6F;  // "who ...", "after ...", "it ...": only where no other can speak for the point
  constexpr float tie = 0.15F;     // the same by the tree: no subject of its own
  constexpr float phrase = 0.15F;  // no clause
  const Assertion& assertion = profile.assertion;
  return 1 - (dependent ? opening : 0) - (assertion.tied ? tie : 0) - (assertion.clause ? 0 : phrase);
}

}  // namespace

std::size_t representative_of(std::span<const std::size_t> claims, const StoryContext& story) {
  constexpr std::size_t most_compared = 200;
  std::vector<std::size_t> point(claims.begin(), claims.end());
  keep_some(point, most_compared);
  const std::span<const ClaimProfile> profiles = story.matched.profiles;
  std::size_t best = point.front();
  float best_score = -1;
  const bool all_past = std::all_of(point.begin(), point.end(), [&](std::size_t c) { return profiles[c].long_ago; });
  for (const std::size_t a : point) {
    if (profiles[a].long_ago && !all_past) continue;  // an earlier event does not speak for this one
    float score = 0;
    for (const std::size_t b : point) score += likeness(profiles[a].meaning, profiles[b].meaning);
    score *= readability(profiles[a], opens_dependent(story.words_of(a, profiles[a].span)));
    const bool shorter = profiles[a].span.size() < profiles[best].span.size();
    if (score > best_score + 1e-4F || (score > best_score - 1e-4F && shorter)) {
      best = a;
      best_score = score;
    }
  }
  return best;
}

}  // namespace hearsay
