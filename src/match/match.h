// Claims of several articles brought together: which of them are on one proposition.
// The room's one entry; a point here is a list of claims, and what it is worth is measured later.
#pragma once

#include "base/resources.h"
#include "clean/articles/article.h"
#include "extract/marks.h"
#include "itemise/claims.h"
#include "match/inference.h"
#include "match/likeness.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hearsay {

// What the inference model finds of two claims that may contradict each other: how and in what, if they do.
struct PairReading {
  Relatedness how = Relatedness::conflict;  // conflict, update or other_scope
  DifferingIn what = DifferingIn::number;
};

// Two claims of a point that may contradict each other.
struct Dispute {
  std::size_t a = 0, b = 0;  // claims; a < b
  float probability = 0;     // that a reader finds that they do
  std::optional<PairReading> read;
};

// What is known of a story's claims once they are brought together. `claims`, `profiles` and `placed` run in parallel;
// the profiles refer to the claims, so that this moves but is not copied.
struct MatchedClaims {
  MatchedClaims() = default;
  MatchedClaims(MatchedClaims&&) = default;
  MatchedClaims& operator=(MatchedClaims&&) = default;

  std::vector<FoundClaim> claims;  // by article, then position
  std::vector<ClaimProfile> profiles;
  std::vector<bool> placed;                      // by a reader's correction: these surely belong to their points
  std::vector<std::vector<std::size_t>> points;  // indices into the claims; each claim is in exactly one
  std::vector<Dispute> disputes;                 // in order of their claims; what find_disputes() finds

  // Null where the two are not among the disputes.
  const Dispute* dispute_of(std::size_t a, std::size_t b) const;
};

// What matching needs besides the claims. Const after loading, shared by all threads and stories.
struct MatchRules {
  Meaning meaning;
  LikenessModel likeness;
  InferenceModel inference{resource("models/inference.bin"), "models/inference.bin"};
};

// `claims` are of the story's articles, by article, then position. None: no points.
MatchedClaims match(std::vector<FoundClaim> claims, std::span<const Article> articles, std::span<const Marks> marks,
                    const Happenings& happenings, const MatchRules& rules);

// The claims where `kept` is true, and the points that have any of them, as they were: nothing is matched
// again.
MatchedClaims only_kept(const MatchedClaims& all, const std::vector<bool>& kept);

// One point a line, its claims as "article: words", separated by " | ".
std::string to_text(const MatchedClaims& matched, std::span<const Article> articles);

}  // namespace hearsay
