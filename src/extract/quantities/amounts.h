// Amounts in a sentence: numbers with their units, ranges and bounds, before it is decided whether they count anything.
#pragma once

#include "extract/quantities/numerals.h"
#include "extract/quantities/pieces.h"
#include "extract/quantities/rules.h"
#include "extract/quantities/units.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

struct Amount {
  Numeral numeral;        // of a range: the first
  std::size_t first = 0;  // its pieces with bounds and unit are [first, last)
  std::size_t last = 0;
  std::size_t number_first = 0;  // the number with its sign, without the bounds
  std::size_t unit_last = 0;     // the piece after the number and its unit: where what is counted begins
  std::optional<double> low;
  std::optional<double> high;
  bool approximate = false;
  std::optional<std::string> unit;
  std::string kind;           // of the unit: "money"; empty without one
  bool bounded = false;       // words bound it: "at least"
  bool range = false;         // two numbers make it
  bool hyphen_range = false;  // joined by a hyphen alone: "3-1" may be a score
  std::string why;
};

// The amounts of the sentence, in order, not overlapping. Linear in the number of pieces.
std::vector<Amount> amounts_in(const Pieces& pieces, const NumberRules& rules, const Units& units);

}  // namespace hearsay
