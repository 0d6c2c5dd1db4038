// Where the accounts of one point differ, and how.
#pragma once

#include "clean/article.h"
#include "match/affiliations.h"
#include "match/claim.h"
#include "match/deeds.h"
#include "match/entity.h"
#include "match/likeness.h"
#include "match/place_relations.h"
#include "match/point.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace hearsay {

// The story's parts that claims are held against each other by; the caller owns them. `claims`, `profiles` and `deeds`
// run in parallel.
struct Told {
  std::span<const Article> articles;
  std::span<const Claim> claims;
  std::span<const ClaimProfile> profiles;
  std::span<const std::optional<Deed>> deeds;
  std::span<const Entity> entities;
  std::span<const Affiliation> affiliations;
  const PlaceRelations& places;
  const LikenessModel& model;
};

// The disagreements among a point's claims, conflicts first. A quantity or date that all give alike is none; a bound
// that one gives and another refines is "compatible"; a higher count in a later article is an "update"; different
// things counted are "scope"; two places of which neither may hold the other, and two doers of one deed, are conflicts;
// a denial beside an assertion is a conflict of polarity; one speaker's words quoted in two ways are a "translation".
std::vector<Disagreement> find_disagreements(std::span<const std::size_t> point, const Told& told);

}  // namespace hearsay
