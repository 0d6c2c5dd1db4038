// To whom something was said: "Corvin Press" in "the office told Corvin Press that ...".
#pragma once

#include "extract/attributions/draft.h"

#include <optional>

namespace hearsay {

// The words that name who was told; nothing where the sentence does not say. They overlap neither the draft's content
// nor its source.
std::optional<WordRange> recipient_of(const AttributionView& view, const Draft& draft);

}  // namespace hearsay
