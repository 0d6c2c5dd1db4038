// The words around a claim in which it can be read.
#pragma once

#include "dissect/trees/tree.h"
#include "itemise/claims.h"
#include "match/assertion.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace hearsay {

// The sentence of a claim that cannot be read by itself: a phrase ("in the old harbour"), a clause that hangs on
// another
// ("who sank it"), words cut off from what completes them ("hit the coast" of "hit the coast of Torvik"). Nothing where
// the claim can be read alone, where it is all that its sentence says, and where the sentence has more than
// `longest_context` bytes. `text` is the claim's article, `tree` that of its dissection.
std::optional<Span> context_of(const FoundClaim& found, const Assertion& assertion, std::string_view text,
                               const Dissection& dissection, const Tree& tree);

inline constexpr std::size_t longest_context = 800;

}  // namespace hearsay
