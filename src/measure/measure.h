// What each point of a story is worth: whose knowledge stands behind it, where accounts differ, and its standing.
// The room's one entry.
#pragma once

#include "itemise/propositions/claim.h"
#include "measure/evidence/point.h"
#include "measure/evidence/story_context.h"

#include <string>
#include <vector>

namespace hearsay {

struct MeasuredStory {
  std::vector<Claim> claims;    // the story's, each with its origin
  std::vector<Origin> origins;  // in order of their first claim
  std::vector<Point> points;    // in the order of MatchedClaims::points
};

// A story without claims has no origins and no points.
MeasuredStory measure(const StoryContext& story);

// A point a line: standing, brackets with the origins' names, disagreements; then its claims, one a line.
std::string to_text(const MeasuredStory& measured, const StoryContext& story);

}  // namespace hearsay
