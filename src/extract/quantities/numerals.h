// Numbers in digits or words, with the words that multiply them: "1.2 million", "a hundred and five", "two-thirds".
#pragma once

#include "extract/quantities/pieces.h"
#include "extract/quantities/rules.h"

#include <cstddef>
#include <optional>
#include <string>

namespace hearsay {

struct Numeral {
  std::size_t first = 0;  // its pieces are [first, last)
  std::size_t last = 0;
  std::optional<double> low;  // both the same, but for a vague number; both nothing: "dozens"
  std::optional<double> high;
  bool approximate = false;
  double mantissa = 0;  // before it was multiplied: the 1.2 of "1.2 million"
  bool digits = false;  // written in digits
  bool scaled = false;  // a word or a letter multiplies it
  bool share = false;   // a part of a whole: "a third of", "one in five"
  bool vague = false;
  std::string why;
};

// Whether a number can begin at the piece: a quick test that most words of a text fail.
bool may_be_numeral(const Pieces& pieces, std::size_t first, const NumberRules& rules);

// The number that begins at the piece `first`, the longest there; nothing where none does. `money`: a currency sign
// stands before it. An ordinal is no number.
std::optional<Numeral> numeral_at(const Pieces& pieces, std::size_t first, const NumberRules& rules, bool money);

}  // namespace hearsay
