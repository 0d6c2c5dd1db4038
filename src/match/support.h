// How many independent origins stand behind a point, and how many newsrooms gathered it.
#pragma once

#include "clean/article.h"
#include "group/copies.h"
#include "match/affiliations.h"
#include "match/claim.h"
#include "match/point.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hearsay {

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
