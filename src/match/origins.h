// Where claims come from, as far back as the text lets us go, and how many independent origins stand behind a point.
#pragma once

#include "clean/article.h"
#include "group/copies.h"
#include "match/affiliations.h"
#include "match/claim.h"
#include "match/entity.h"
#include "match/point.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

// Gives every claim its origin (Claim::origin) and returns the story's origins in order of their first claim. The last
// source of a chain is the origin; a claim in the outlet's own voice comes from the outlet. A spokesman without a name
// is his body; one phrase for an unnamed official is one origin however many outlets repeat it.
std::vector<Origin> trace_origins(std::span<const Article> articles, std::span<const Entity> entities,
                                  std::vector<Claim>& claims);

// The story's parts that a point's support is read from; the caller owns them.
struct Evidence {
  std::span<const Article> articles;
  std::span<const Claim> claims;
  std::span<const Origin> origins;
  std::span<const Copy> copies;
  std::span<const Affiliation> affiliations;
};

// What a point's claims rest on: the origins, how many at least and at most, and how many newsrooms gathered it.
struct Support {
  std::vector<std::size_t> origins;  // indices into the story's origins, the named ones first
  Bracket bracket;
  Bracket reporters;
};

// `sure` says of each claim of the point whether it surely belongs there: an origin that only doubtful claims name is
// counted in the upper end alone.
Support weigh_support(std::span<const std::size_t> point, const std::vector<bool>& sure, const Evidence& evidence);

}  // namespace hearsay
