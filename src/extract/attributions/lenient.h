// Attributions that matter more to a reader than the training data say, and forms that a rule knows better.
#pragma once

#include "extract/attributions/draft.h"

#include <string_view>

namespace hearsay {

// Whether a word is looked at as a cue however low the model scores it: "reportedly", and "did not respond to a
// request".
bool is_sure_candidate(const AttributionView& view, std::uint32_t word);

// Completes a silence ("could not be reached for comment") and joins "neither confirmed nor denied" to one cue. Returns
// the rule's name; empty when the draft stays as it is.
std::string_view mend_silence(const AttributionView& view, Draft& draft);

// How far below the model's threshold a draft may be and still be kept, in log odds.
float leniency(const AttributionView& view, const Draft& draft);

}  // namespace hearsay
