// Speakers of quotations that no verb of saying brings in: "“Not our doing” – yard owner", "From the desk of Rita
// Holm." in the line before, "She winked: 'Soon.'".
#pragma once

#include "extract/attributions/draft.h"
#include "extract/attributions/form_words.h"

#include <vector>

namespace hearsay {

// Adds a draft for each such quotation that is in no content of a cue beside it; takes it out of contents that ran on
// into it. Linear in the words.
void add_quoted_speakers(const AttributionView& view, const FormWords& words, std::vector<Draft>& drafts);

// Cuts off the writer's own words behind a quotation: "told me I “shouldn't go” [but I will]".
void cut_writers_words(const AttributionView& view, Draft& draft);

}  // namespace hearsay
