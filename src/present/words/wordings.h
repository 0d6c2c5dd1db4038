// The wordings of a point, and what sets one off from another.
#pragma once

#include "narrate/account.h"

#include <cstddef>
#include <vector>

namespace hearsay {

// A point's claims, those that print alike (the same words, speaker and stance) together: the wording of the point's
// representative first, the others in order of appearance. Never empty.
std::vector<std::vector<std::size_t>> wordings_of(const Account& account, const Point& point);

// What to set off in a claim of this point: the values that differ, or the words the representative does not have.
// Spans of the claim's article, in text order, not overlapping.
std::vector<Span> differing_words(const Account& account, const Point& point, std::size_t claim);

}  // namespace hearsay
