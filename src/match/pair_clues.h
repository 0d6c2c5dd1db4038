// What is known of two claims that may be on one proposition, as whole numbers, for the learned judgement of pairs:
// predicates and participants, values, wording, and where the two stand.
#pragma once

#include "match/profile.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

// Where a clue belongs to one claim alone, the smaller and the greater of the two values are taken ("least", "most"),
// so that the order of the claims makes no difference. Shares and cosines are in thousandths.
enum class PairClue : std::uint8_t {
  words,
  alike_words,
  meaning,
  sense,
  sense_rank_least,
  sense_rank_most,
  predicate,
  happening,
  other_happening,
  names,
  other_names,
  same_speaker,
  same_figure,
  same_number,
  near_number,
  far_number,
  same_day,
  other_month,
  other_polarity,
  other_time,
  nested,
  same_article,
  shared_mass_least,
  shared_mass_most,
  shared_weight,
  rarest_shared,
  shared_words,
  mass_least,
  mass_most,
  tokens_least,
  tokens_most,
  shared_runs,
  run_share,
  sentence_words,
  sentence_holds_least,
  sentence_holds_most,
  same_sentence,
  sentences_apart,
  place_least,
  place_most,
  predicates_same,
  predicates_alike,
  predicate_in_other,
  predicate_of_host,
  shared_verbs,
  other_verbs,
  doers,
  patients,
  circumstances,
  crossed_roles,
  names_shared,
  names_only_least,
  names_only_most,
  hosts_same,
  hosted_least,
  hosted_most,
  prepositional_least,
  prepositional_most,
  clause_least,
  clause_most,
  nominal_least,
  nominal_most,
  real_least,
  tied_least,
  tied_most,
  same_modal,
  same_stance,
  stances,
  denies_least,
  denies_most,
  sources,
  numbers_least,
  numbers_most,
  dates_least,
  dates_most,
  one_counted,
  days_apart,
  long_ago_least,
  long_ago_most,
  happenings_shared,
  left_open_least,
  left_open_most,
  figures_differ,
  figure_ratio,
  one_unit,
  loose_figures_differ,
  loose_figure_ratio,
  days_differ,
  day_gap,
  clocks_differ,
  clock_gap,
  places_differ,
  same_preposition,
  contrary,
  negated_least,
  negated_most,
  approximate_most,
  count_of_clues
};
inline constexpr std::size_t pair_clue_count = static_cast<std::size_t>(PairClue::count_of_clues);

class PairClues {
 public:
  std::int32_t& operator[](PairClue clue) { return values_[static_cast<std::size_t>(clue)]; }
  std::int32_t operator[](PairClue clue) const { return values_[static_cast<std::size_t>(clue)]; }
  const std::array<std::int32_t, pair_clue_count>& all() const { return values_; }

 private:
  std::array<std::int32_t, pair_clue_count> values_{};
};

// The names that the weights know the clues by, in the order of the enumeration.
const std::array<std::string_view, pair_clue_count>& pair_clue_names();

// Both profiles from one call of profile_claims.
PairClues pair_clues(const ClaimProfile& a, const ClaimProfile& b);

}  // namespace hearsay
