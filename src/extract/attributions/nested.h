// Attributions inside the content of another: "officials say [they believe [the men are alive]]".
#pragma once

#include "extract/attributions/draft.h"

#include <vector>

namespace hearsay {

// Drafts for the cues that stand inside the content of `outer` drafts, in order of their cues, none for a word that is
// already the cue of one of them. The training data mark no attribution inside another, so the cues come by rule: a
// verb of saying, claiming, telling, admitting, denying or believing that has a subject and a clause of its own. Who
// says what is then read by the model. The content stays inside the one around it.
std::vector<Draft> nested_drafts(const AttributionView& view, const AttributionWeights& weights,
                                 const std::vector<float>& scores, const std::vector<Draft>& outer);

// Gives each draft whose cue stands inside another's content, and whose source does not, the one whom the tree names
// inside it: "[Ada Falk] told the board" in what Berg said.
void name_inner_speakers(const AttributionView& view, std::vector<Draft>& drafts);

}  // namespace hearsay
