// The names that stand at some words.
#pragma once

#include "base/span.h"
#include "extract/names/names.h"

#include <span>

namespace hearsay {

// The mentions that share a byte with the words, in text order. By binary search.
std::span<const Mention> mentions_at(const Names& names, Span words);

// The first of them; none where no name stands there. It points into `names`.
const Mention* mention_at(const Names& names, Span words);

}  // namespace hearsay
