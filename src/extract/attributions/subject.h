// Who does what a word says, by the tree: its own subject, or the one it shares with the verb it hangs on.
#pragma once

#include "extract/attributions/view.h"

#include <cstdint>

namespace hearsay {

// Words [first, last) of the dissection.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool contains(std::uint32_t word) const { return first <= word && word < last; }
};

// How the subject was reached.
enum class SubjectWay : std::uint8_t {
  none,        // there is none
  own,         // "the mayor said"
  agent,       // "was called safe by the mayor"
  owner,       // "the mayor's claim"
  shared,      // "the mayor came and said": the verb it is joined to has it
  participle,  // "the mayor resigned, saying"
  completing,  // "the mayor refused to say"
  described,   // "the mayor, saying he was tired, ..." and "a report that said": the word it describes
};

struct Subject {
  SubjectWay way = SubjectWay::none;
  std::uint32_t word = 0;  // the head of its phrase; means nothing when there is none
};

// The subject of a verb or noun. Climbs no more than a few steps of the tree.
Subject subject_of(const AttributionView& view, std::uint32_t word);

// "was told", by the tree.
bool is_passive(const AttributionView& view, std::uint32_t verb);

// The unbroken run of words around `head` that hang on it, within its sentence and `most` words on either side.
WordRange phrase_around(const AttributionView& view, std::uint32_t head, std::uint32_t most);

// The nouns and what belongs to them right before a verb, where the tree gives the verb no subject. Empty for none.
WordRange nominal_before(const AttributionView& view, std::uint32_t verb);

// Whether the way up from a word passes `head`, no more than a dozen steps above it.
bool hangs_on(const AttributionView& view, std::uint32_t word, std::uint32_t head);

}  // namespace hearsay
