#include "measure/representative.h"

#include "base/keep_some.h"
#include "itemise/words/openings.h"

#include <algorithm>
#include <vector>

namespace hearsay {

namespace {

// How well a claim can be read without its sentence, from 0 to 1.
float readability(const ClaimProfile& profile, std::string_view words) {
  constexpr float opening = 0.5F;  // "who ...", "after ...", "it ...": only where no other can speak for the point
  constexpr float saying = 0.5F;   // that somebody spoke, and not what he said
  constexpr float tie = 0.5F;      // no subject of its own
  constexpr float phrase = 0.35F;  // no clause
  constexpr float broken = 0.4F;   // its object was cut off
  const Assertion& assertion = profile.assertion;
  const float lost = (opens_dependent(words) ? opening : 0) + (assertion.saying ? saying : 0) +
                     (assertion.tied ? tie : 0) + (assertion.clause ? 0 : phrase) + (assertion.broken ? broken : 0);
  return std::max(0.05F, 1 - lost);
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
    score *= readability(profiles[a], story.words_of(a, profiles[a].span));
    const bool shorter = profiles[a].span.size() < profiles[best].span.size();
    if (score > best_score + 1e-4F || (score > best_score - 1e-4F && shorter)) {
      best = a;
      best_score = score;
    }
  }
  return best;
}

bool reads_alone(const Assertion& assertion, std::string_view words) {
  return !assertion.saying && !assertion.broken && assertion.clause && !opens_dependent(words);
}

}  // namespace hearsay
