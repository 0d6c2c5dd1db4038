// Where a claim says that its act takes place.
#pragma once

#include "dissect/trees/tree.h"
#include "extract/marks.h"
#include "itemise/propositions/claim.h"
#include "itemise/propositions/propositions.h"
#include "itemise/words/happenings.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hearsay {

// The places that a proposition names for its act, in text order: "in X", "near X", "in the village of X" where they
// hang on its predicate or on a noun for what happens ("the blast in X"). Not whose place it is ("the mayor of X"), and
// not where a journey begins or ends. `entity_of_named` leads from the article's names to the story's; the tree is that
// of the marks.
std::vector<Value> places_of(const Proposition& proposition, std::string_view text, const Marks& marks,
                             const Tree& tree, const std::vector<std::size_t>& entity_of_named,
                             const Happenings& happenings);

}  // namespace hearsay
