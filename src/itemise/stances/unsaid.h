// What nobody says: "the mayor did not say that the bridge would fall", "nobody confirmed it", "had he said so, ...".
#pragma once

#include "dissect/trees/tree.h"
#include "extract/marks.h"

#include <cstdint>
#include <optional>

namespace hearsay {

enum class Unsaid : std::uint8_t {
  said,      // nothing takes the saying back
  not_said,  // "has not confirmed", "declined to say", "stopped short of saying": he leaves it open
  by_none,   // "no official confirmed", "nobody said", "there was no confirmation": nobody is named who says it
  supposed,  // "had the mayor said", "if he says", "did the mayor say ...?"
  denied,    // "denied saying", "it is not true that he said"
};

// How a clause, by its predicate, is held by the predicate itself, where that tells a saying, and by the verbs and
// nouns of saying above it in its sentence: the first of them that is taken back decides.
Unsaid unsaid_at(const Tree& tree, std::uint32_t predicate);

// The same of a claim that may hold the clause that is taken back: the first of them.
Unsaid unsaid_in(const Marks& marks, const Tree& tree, Span claim, std::uint32_t predicate);

// Is a clause, by its predicate, only what the denied is about: "denied an article on its warning that it sank"? The
// article is denied then, and nothing is told of its sinking.
bool is_topic_of_denied(const Tree& tree, std::uint32_t predicate);

// Do the words name nobody: "no one", "none of the officials", "neither the mayor nor the police", "few officials"; or
// a speech that was not made: "had the mayor"?
bool names_nobody(const Marks& marks, Span words);

}  // namespace hearsay
