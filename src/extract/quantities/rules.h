// data/numbers.txt, compiled: number words, bounds, and what looks like an amount and is none.
#pragma once

#include "base/text_set.h"
#include "base/word_lists.h"
#include "extract/quantities/pieces.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hearsay {

enum class Bound : std::uint8_t { plain, low, high, approximate };

// "tens of thousands": an order of magnitude, or nothing at all ("dozens").
struct VagueAmount {
  std::optional<double> low;
  std::optional<double> high;
};

// The phrase of a table that was found: its meaning, and the pieces [first, last) it takes.
template <typename Meaning>
struct PhraseMatch {
  Meaning meaning;
  std::size_t first;
  std::size_t last;
};

// Phrases of one section with what they mean, found by their pieces in lower case; hyphens are left out.
template <typename Meaning>
class Phrases {
 public:
  void add(std::string_view phrase, Meaning meaning);  // throws std::invalid_argument when it is there already

  // Whether a phrase begins with this piece's text.
  bool may_begin(std::string_view lower) const { return begins_.contains(lower); }

  // The longest phrase that begins at `first`, or that ends right before `last`.
  std::optional<PhraseMatch<Meaning>> from(const Pieces& pieces, std::size_t first) const;
  std::optional<PhraseMatch<Meaning>> up_to(const Pieces& pieces, std::size_t last) const;

 private:
  std::unordered_map<std::string, Meaning> meanings_;  // only asked, never walked
  TextSet begins_, ends_;                              // the phrases' first and last pieces
  std::size_t longest_ = 0;                            // pieces
};

struct NumberRules {
  // Throws std::runtime_error naming `file` and the line of a rule it cannot read.
  NumberRules(std::string_view rules, std::string_view file);

  Phrases<double> words;      // "seven": 7
  Phrases<double> scales;     // "million"
  Phrases<double> fractions;  // "third": 3
  Phrases<VagueAmount> vague;
  Phrases<Bound> before, after;
  Phrases<bool> not_bounds, over_durations, not_amounts, labels, streets, scores, changes, measures, named_halves,
      before_clocks, priced_things, behind_times;
  std::unordered_map<std::string, double> scale_letters, money_letters;  // exact case

 private:
  void read(const ListLine& line);
};

extern template class Phrases<double>;
extern template class Phrases<VagueAmount>;
extern template class Phrases<Bound>;
extern template class Phrases<bool>;

}  // namespace hearsay
