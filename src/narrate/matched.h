// What the matching stage made of a story: all that an account is told from, and can be told again from without some of
// its claims.
#pragma once

#include "match/claims.h"
#include "match/deeds.h"
#include "match/likeness.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace hearsay {

// `claims`, `profiles`, `deeds` and `placed` run in parallel; the profiles refer to the claims, so that it moves but is
// not copied.
struct Matched {
  Matched() = default;
  Matched(Matched&&) = default;
  Matched& operator=(Matched&&) = default;

  std::vector<FoundClaim> claims;  // by article, then position
  std::vector<ClaimProfile> profiles;
  std::vector<std::optional<Deed>> deeds;
  std::vector<bool> placed;                      // by a reader's correction: these surely belong to their points
  std::vector<std::vector<std::size_t>> points;  // indices into the claims; each claim is in one
};

// The claims where `kept` is true, and the points that have any of them, as they were: nothing is brought together
// anew.
Matched only_kept(const Matched& all, const std::vector<bool>& kept);

}  // namespace hearsay
