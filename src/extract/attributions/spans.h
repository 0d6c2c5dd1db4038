// Which words of a cue's sentence are its content and its source.
#pragma once

#include "extract/attributions/features.h"
#include "extract/attributions/model.h"

#include <vector>

namespace hearsay {

// The roles of a scope's words and how sure the model is of them.
struct RoleReading {
  std::uint32_t first = 0;      // the article's word that roles[0] is for
  std::vector<Role> roles;      // roles of consecutive words
  float content_certainty = 0;  // the mean score margin of the content words over being none of the roles
  float source_certainty = 0;   // the same for the source words; 0 without any
};

// The best roles for the words of a scope; the cue itself has the role cue. Linear in the scope's words.
RoleReading read_roles(const CueScope& scope, const AttributionWeights& weights, FeatureList& scratch);

}  // namespace hearsay
