// Which claims of one point contradict each other, to a reader.
#pragma once

#include "match/inference.h"
#include "match/match.h"

#include <span>
#include <vector>

namespace hearsay {

// Are two claims told by two: in two articles, or in one by two speakers? A report does not contradict itself.
bool told_by_two(const Claim& a, const Claim& b);

// The pairs of a point's claims, told by two articles or by two speakers, that may contradict each other: the likeliest
// of each point, by the clues of the pair, and of these the likeliest of the story are read by the inference model in
// their sentences. In order of `a`, then `b`; a < b. What neither finds likely is not among them.
std::vector<Dispute> find_disputes(const MatchedClaims& matched, std::span<const Article> articles,
                                   std::span<const Marks> marks, const Encoder& encoder, const MatchRules& rules);

}  // namespace hearsay
