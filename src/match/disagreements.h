// Where the accounts of one point differ, and how.
#pragma once

#include "clean/article.h"
#include "match/claim.h"
#include "match/likeness.h"
#include "match/point.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

// The disagreements among a point's claims, conflicts first. A quantity or date that all give alike is none; a bound
// that one gives and another refines is "compatible"; a higher count in a later article is an "update"; different
// things counted are "scope"; a denial beside an assertion is a conflict of polarity.
std::vector<Disagreement> find_disagreements(std::span<const std::size_t> point, std::span<const Article> articles,
                                             std::span<const Claim> claims, std::span<const ClaimProfile> profiles,
                                             const LikenessModel& model);

}  // namespace hearsay
