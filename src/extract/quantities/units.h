// Units and currencies: how they are written, and what two of them have in common (SI Brochure, 9th edition; the
// international yard and pound).
#pragma once

#include "base/text_set.h"
#include "extract/quantities/pieces.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

// An amount in the unit that all units of its measure share: 1.5 "mile" is 2414.016 "metre". Two amounts can be
// compared when their `unit` is equal. Money has no common unit but its own: cents become dollars, not euros.
struct BaseAmount {
  double value = 0;
  std::string unit;
};

// `unit` is a name that Quantity::unit has: "mile", "dollar per barrel". Nothing for a unit that the rules do not name.
std::optional<BaseAmount> to_base_unit(double value, std::string_view unit);

struct MeasureUnit {
  std::string name;  // "kilometre"
  std::string kind;  // "length", "money", ...
  std::size_t base;  // index of the unit it is converted to
  double factor = 1;
  double offset = 0;  // base value = (value + offset) * factor
};

// What a place in a sentence says of a unit: which one, and up to which piece.
struct UnitMatch {
  std::size_t unit;
  std::size_t last;  // the piece after its last
};

// A currency sign before a number; `first` is its first piece.
struct CurrencySign {
  bool found = false;
  std::size_t unit = 0;
  std::size_t first = 0;
};

class Units {
 public:
  // Compiles the text of data/units.txt. Throws std::runtime_error naming `file` and the line of a rule it cannot read.
  Units(std::string_view rules, std::string_view file);

  const MeasureUnit& operator[](std::size_t i) const { return units_[i]; }
  std::optional<std::size_t> find(std::string_view name) const;

  // The unit that the pieces from `first` on spell, behind a number of this value; the longest spelling wins.
  std::optional<UnitMatch> behind(const Pieces& pieces, std::size_t first, double value) const;

  // The currency whose sign ends right before the piece `number`.
  CurrencySign before(const Pieces& pieces, std::size_t number) const;

  // Whether these letters are a currency sign that digits may follow directly: "USD", "RM", "$US".
  bool is_prefix(std::string_view letters) const;

 private:
  enum class Place { behind, glued, hundred, before };
  struct Spelling {
    std::size_t unit;
    Place place;
  };

  void add_unit(std::string_view key, const std::string& kind);
  void convert(MeasureUnit& unit, std::string_view meaning) const;
  void add_spelling(std::string_view spelling, std::size_t unit);
  const Spelling* spelling(const std::string& exact, const std::string& lower, bool before) const;

  std::vector<MeasureUnit> units_;
  std::unordered_map<std::string, std::size_t> by_name_;       // only asked, never walked
  std::unordered_map<std::string, Spelling> behind_, before_;  // pieces joined by spaces
  TextSet begins_;     // the first piece of each spelling that stands behind a number, in lower case
  TextSet sign_ends_;  // the last piece of each currency sign
};

// data/units.txt, compiled on first use and shared.
const Units& units();

}  // namespace hearsay
