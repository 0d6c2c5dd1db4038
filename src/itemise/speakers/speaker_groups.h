// Words, tags and relations as small numbers in groups, so that a learned question "is it more than n?" parts them by
// sense. 0 is what none of the groups holds.
#pragma once

#include "dissect/words/dissection.h"
#include "dissect/words/relation.h"

#include <cstdint>
#include <string_view>

namespace hearsay {

// How a noun that may name a speaker stands in its clause: subject, agent, object ...
std::int32_t noun_relation_group(Relation relation);

// How a clause hangs on what is around it.
std::int32_t clause_relation_group(Relation relation);

// The preposition before a speaker: "by", "from", "according to" ...
std::int32_t preposition_group(std::string_view lemma);

// A noun and a verb by what WordNet says they are about (itemise/words/word_kinds.h).
std::int32_t noun_group(std::string_view lemma);
std::int32_t verb_group(std::string_view lemma);

// A word of saying by its sort (data/saying_words.txt).
std::int32_t cue_group(std::string_view lemma);

}  // namespace hearsay
