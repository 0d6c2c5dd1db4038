// The claims of one article.
#pragma once

#include "base/resources.h"
#include "clean/articles/article.h"
#include "dissect/encoder/encoder.h"
#include "extract/marks.h"
#include "identify/entities.h"
#include "itemise/propositions/claim.h"
#include "itemise/propositions/propositions.h"
#include "itemise/sense.h"
#include "itemise/speakers/source_pointer.h"
#include "itemise/speakers/sources.h"
#include "itemise/stances/stances.h"
#include "itemise/words/happenings.h"

#include <vector>

namespace hearsay {

// A claim, the grammar it came from and what it says, for comparing it with others.
struct FoundClaim {
  Claim claim;
  Proposition proposition;
  Sense sense{};
};

// What finding claims needs besides the article. Const after loading, shared by all threads.
struct ClaimRules {
  StanceRules stances;
  Agencies agencies;
  ReportingWords reporting;
  Happenings happenings;
  Encoder encoder{resource("models/encoder.bin"), "models/encoder.bin"};
  SourcePointer pointer{resource("models/source_pointer.bin"), "models/source_pointer.bin", encoder.width()};
};

// In text order; nothing from boilerplate. `number` is the article's place in the story.
std::vector<FoundClaim> find_claims(const Article& article, std::size_t number, const Marks& marks,
                                    const Entities& entities, const ClaimRules& rules);

}  // namespace hearsay
