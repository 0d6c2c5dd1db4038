// What a copier did to the words between and around the passages it took over.
#pragma once

#include "group/copies/copies.h"
#include "group/copies/passages.h"
#include "group/held/packed_words.h"
#include "group/held/words.h"

#include <span>
#include <vector>

namespace hearsay {

// The changes between two texts along the runs they share, in the order of `from`: what stands before, between and
// after the runs that follow one another in both texts. A number, a hedge or a source that is gone or changed gives its
// kind to the change (in that order; a hedge or source only where up to 24 words are gone); a change inside quotation
// marks is `reworded`; the rest is `dropped`, `added`, or `reworded` where a few words stand for a few others. Hedges
// and sources are the words of data/copier_words.txt. Up to 500 changes; nothing without runs.
std::vector<Change> find_changes(std::span<const Word> from, std::span<const Word> to, std::span<const Run> runs);

// The same for held texts; here spans count code points.
std::vector<Change> find_changes(const PlacedWords& from, const PlacedWords& to, std::span<const Run> runs);

}  // namespace hearsay
