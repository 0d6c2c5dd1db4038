// Where claims come from, as far back as the text lets us go.
#pragma once

#include "clean/articles/article.h"
#include "identify/entity.h"
#include "itemise/propositions/claim.h"
#include "measure/evidence/point.h"

#include <span>
#include <vector>

namespace hearsay {

// Gives every claim its origin (Claim::origin) and returns the story's origins in order of their first claim. The last
// source of a chain is the origin; a claim in the outlet's own voice comes from the outlet. A spokesman without a name
// is his body; one phrase for an unnamed official is one origin however many outlets repeat it.
std::vector<Origin> trace_origins(std::span<const Article> articles, std::span<const Entity> entities,
                                  std::vector<Claim>& claims);

}  // namespace hearsay
