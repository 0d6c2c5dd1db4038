// Under which of its spellings an entity is shown.
#pragma once

#include "base/span.h"
#include "identify/entity.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace hearsay {

struct Spelling {
  std::string name;
  std::size_t mentions = 0;
  bool outside_headlines = false;  // at least one mention is
};

// Does a name stand in a line that is written with capitals throughout, so that where the name ends cannot be seen?
bool is_in_headline(std::string_view text, Span name);

// The number of the spelling to show: the one of the most words, then of the most mentions, then the first; but rather
// one from outside headlines, not all in capitals, without words that it caught beside a name that is frequent by
// itself, and of a place its name and not what is derived from it ("Norland", not "Norlandish"). `all` is not empty.
std::size_t best_spelling(std::span<const Spelling> all, EntityKind kind);

}  // namespace hearsay
