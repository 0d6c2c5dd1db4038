// Rules for reported speech that the model, or the tree it looks at, misreads.
#pragma once

#include "extract/attributions/draft.h"

#include <string_view>

namespace hearsay {

// Which rule changed a draft; empty when none did: the draft is right as far as the rules know.
//   "what follows the cue"     a source and no content: "A source close to the family told the paper that he had died."
//   "what stands before"       the same, the content first: "The deal was close, an official said."
//   "the source follows"       the speaker after the verb was taken for content: "The dam," said the engineer,
//                              "will ..."
//   "who was told"             the hearer was taken for content: "told a passenger that he had fainted"
//   "the verb's subject"       no source was seen, but the tree gives the verb one; this of all verbs in the active
// Only verbs of the sorts say, tell and claim are mended.
std::string_view mend(const AttributionView& view, Draft& draft);

}  // namespace hearsay
