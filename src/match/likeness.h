// How likely two claims are to assert one proposition.
#pragma once

#include "match/profile.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

// What the judgement rests on, each from 0 to 1.
enum class Clue : std::uint8_t {
  words,            // cosine of the content words, weighted by rarity
  alike_words,      // the part of the words that find a partner of like meaning in the other, both ways
  meaning,          // cosine of the meanings
  predicate,        // the same predicate, or one happening told by both
  happening,        // words for one happening
  other_happening,  // words for happenings, and none for one
  names,            // a name in common
  other_names,      // names, and none in common
  same_speaker,     // one named source
  same_figure,      // a number of one size, whatever it counts; the rarer in the story the higher
  same_number,      // a quantity of one thing with the same bounds
  near_number,      // ... with others, not far off
  far_number,       // ... very far off
  same_day,         // a date in common; the rarer in the story the higher
  other_month,      // dates, all more than a month apart
  other_polarity,   // one of them is negated
  other_time,       // reports of more than a month apart
  nested,           // one stands in the other
  same_article,
  count_of_clues
};
inline constexpr std::size_t clue_count = static_cast<std::size_t>(Clue::count_of_clues);
using Clues = std::array<float, clue_count>;
std::string_view to_text(Clue clue);

// Do a value of one claim and a value of another (by their places in the claims' lists) count one thing to which the
// same happens? The killed are not the injured, and a part is not its whole. False when either is no quantity.
bool tell_of_one_thing(const ClaimProfile& a, std::size_t value_of_a, const ClaimProfile& b, std::size_t value_of_b);

// Have two claims one predicate, by its lemma or by the happening that it tells of?
bool one_predicate(const ClaimProfile& a, const ClaimProfile& b);

// Both profiles from one call of profile_claims.
Clues compare(const ClaimProfile& a, const ClaimProfile& b);

// The weights of data/points.txt. Const after loading.
class LikenessModel {
 public:
  // Throws std::runtime_error when a weight is missing or no number.
  LikenessModel();

  // The probability, 0 to 1, that two claims are on one point: logistic regression over the clues.
  float probability(const Clues& clues) const;
  float threshold() const { return threshold_; }
  // May the two contradict each other?
  bool sure(const ClaimProfile& a, const ClaimProfile& b) const { return probability(compare(a, b)) >= sure_; }
  // May they corroborate each other? A corroboration that never was is worse than a difference that is none.
  bool agree(const ClaimProfile& a, const ClaimProfile& b) const { return probability(compare(a, b)) >= agree_; }

 private:
  Clues weights_{};
  float bias_ = 0;
  float threshold_ = 0.5F;
  float sure_ = 0.5F;
  float agree_ = 0.5F;
};

}  // namespace hearsay
