// How much of one text stands in another. Both `group`, which holds packed words, and `report`, which has the articles,
// count by this function, so that one copy has one share.
#pragma once

#include "clean/articles/article.h"
#include "group/held/packed_words.h"

#include <cstddef>

namespace hearsay {

// Words of `to` that stand in a run of five or more that `from` has too, each counted once. Linear time.
std::size_t count_taken(const PlacedWords& from, const PlacedWords& to);

// The words of an article as they are counted here: those of its whole text, with what reads like no part of it, up to
// its first 20,000.
PlacedWords all_words(const Article& article);

}  // namespace hearsay
