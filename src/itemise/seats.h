// A country in the place of its capital or seat wherever that is the source of a claim.
#pragma once

#include "identify/entities.h"
#include "identify/governments.h"
#include "itemise/claims.h"

#include <vector>

namespace hearsay {

// Puts the country in a seat's place wherever the seat is the source of a claim; the words that name it stay. A chain
// that then names one source twice in a row names it once.
void let_seats_stand(const std::vector<Seat>& seats, const Entities& entities, std::vector<FoundClaim>& claims);

}  // namespace hearsay
