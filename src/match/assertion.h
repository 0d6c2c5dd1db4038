// How a claim puts its predicate forward: as a fact or a supposition, with yes or no, and of what.
#pragma once

#include "dissect/trees/tree.h"
#include "extract/marks.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

// Of what kind is the statement that something is so? Possibility in the weak sense ("may", "might") counts as none.
enum class Modal : std::uint8_t { none, will, would, can, must };

// Lists hold lemmas, folded.
struct Assertion {
  bool negated = false;   // "did not sink", "nobody sank", "found no trace"
  bool by_none = false;   // ... by its subject: "nobody sank", "no boat sank"
  bool real = true;       // stated as a fact: no condition, question, wish, order or infinitive
  bool personal = false;  // about "I", "we" or "you", who depend on the speaker
  bool clause = true;     // a clause; false for a mere phrase ("in the truce"), which takes its noun for granted
  bool nominal = false;   // "a truce", "open": its predicate is a noun or an adjective, without a preposition
  bool detailed = false;  // its predicate is a noun that only a clause behind it explains ("the second year that ...")
  bool tied = false;      // hangs on another clause ("who ...", "after ...", no subject), or is said of "he" or "it"
  bool saying = false;    // says that somebody spoke but not what was said: "the captain said on Monday"
  bool broken = false;    // an object or what is said was cut off: "has killed" of "has killed nine"
  bool denial = false;    // says that somebody denies a thing
  bool one_way = false;   // does what the second cannot have done to the first too (data/contrary_words.txt)
  Modal modal = Modal::none;
  std::vector<std::string> doers;          // the nouns that it says do it, but for days
  std::vector<std::string> patients;       // ... whom or what it is done to
  std::vector<std::string> circumstances;  // ... where, with what
};

// Of the clause that `head`, an index into the tokens, is the predicate of, within the claim's span. From the tree
// alone, which is that of the marks. Wrong where the tree is; it does not know irony or pretence.
Assertion assertion_of(std::uint32_t head, Span claim, const Marks& marks, const Tree& tree);

// Are the two said of the same thing, judging by their nouns? The same patient, where both name one; else the same
// doer, where both name one; else anything in common will do.
bool said_of_one_thing(const Assertion& a, const Assertion& b);

// Do the two lay what is one-way the other way round: is who does it in the one whom it is done to in the other, and
// the reverse?
bool are_reversed(const Assertion& a, const Assertion& b);

// Does each name a doer, and one that the other does not name at all?
bool said_of_others(const Assertion& a, const Assertion& b);

}  // namespace hearsay
