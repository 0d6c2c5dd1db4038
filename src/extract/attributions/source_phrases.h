// Phrases that name who says a clause without a verb of saying it: "Per the ministry, ...", "As Falk put it, ...",
// "By Falk's account, ...", "in the words of Jon Berg".
#pragma once

#include "extract/attributions/draft.h"
#include "extract/attributions/form_words.h"

#include <vector>

namespace hearsay {

// Adds a draft for each such phrase that opens a clause or follows its comma, unless one of `drafts` has its cue there
// and a content. What is said is the rest of the sentence, or of the quotation or the content in which the phrase
// stands. Contents that ran on into a sentence with such an opening from another are cut. Linear in the words.
void add_source_phrases(const AttributionView& view, const FormWords& words, std::vector<Draft>& drafts);

}  // namespace hearsay
