// Who says a claim, one name a source across the story.
#pragma once

#include "clean/articles/article.h"
#include "dissect/trees/tree.h"
#include "extract/marks.h"
#include "identify/entities.h"
#include "itemise/propositions/claim.h"
#include "itemise/speakers/agencies.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// The chain of sources of an attribution and of those it stands in, outermost reporter first. A pronoun or a role leads
// to the name or role phrase it stands for; a spokesman without a name stands for his body. Empty when no source is
// named. The tree is that of the marks.
std::vector<Source> source_chain(const Article& article, const Marks& marks, const Tree& tree,
                                 std::uint32_t attribution, const std::vector<std::size_t>& entity_of_named,
                                 const std::vector<Entity>& entities, const Agencies& agencies);

// The words of the subject before a verb, up to its head. Nothing for a passive or a verb without one.
std::optional<Span> subject_of(const Tree& tree, std::uint32_t verb);

// The source that some words name.
Source source_named(const Article& article, const Marks& marks, const Tree& tree, Span words,
                    const std::vector<std::size_t>& entity_of_named, const std::vector<Entity>& entities);

}  // namespace hearsay
