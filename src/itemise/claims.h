// The claims of one article.
#pragma once

#include "clean/article.h"
#include "extract/marks.h"
#include "identify/entities.h"
#include "itemise/claim.h"
#include "itemise/happenings.h"
#include "itemise/propositions.h"
#include "itemise/sources.h"
#include "itemise/stances.h"

#include <vector>

namespace hearsay {

// A claim and the grammar it came from, for comparing it with others.
struct FoundClaim {
  Claim claim;
  Proposition proposition;
};

// What finding claims needs besides the article. Const after loading, shared by all threads.
struct ClaimRules {
  StanceRules stances;
  Agencies agencies;
  ReportingWords reporting;
  Happenings happenings;
};

// In text order; nothing from boilerplate. `number` is the article's place in the story.
std::vector<FoundClaim> find_claims(const Article& article, std::size_t number, const Marks& marks,
                                    const Entities& entities, const ClaimRules& rules);

}  // namespace hearsay
