// How likely two claims are to assert one proposition.
#pragma once

#include "base/boosted_trees.h"
#include "match/profile.h"

#include <cstddef>

namespace hearsay {

// Do a value of one claim and a value of another (by their places in the claims' lists) count one thing to which the
// same happens? The killed are not the injured, and a part is not its whole. False when either is no quantity.
bool tell_of_one_thing(const ClaimProfile& a, std::size_t value_of_a, const ClaimProfile& b, std::size_t value_of_b);

// Do two claims have the same predicate, by its lemma or by the happening it denotes?
bool one_predicate(const ClaimProfile& a, const ClaimProfile& b);

// The learned judgements of two claims. Const after loading, shared by all threads. Each takes two profiles from one
// call of profile_claims, and says the same whichever is called a.
class LikenessModel {
 public:
  // Uses models/one_point.txt and models/disputes.txt. Throws std::runtime_error when one is broken or made for other
  // clues.
  LikenessModel();

  // The probability, 0 to 1, that two claims are on one point.
  float probability(const ClaimProfile& a, const ClaimProfile& b) const;

  // The average probability from which two groups of claims become one point.
  static constexpr float threshold = 0.24F;
  // Are the two surely on one point?
  bool sure(const ClaimProfile& a, const ClaimProfile& b) const { return probability(a, b) >= least_to_be_sure; }
  // May they corroborate each other? A false corroboration is worse than a false difference.
  bool agree(const ClaimProfile& a, const ClaimProfile& b) const { return probability(a, b) >= least_to_agree; }
  // The probability, 0 to 1, that a reader finds that the two contradict each other: rival numbers, yes and no, a later
  // count beside an earlier. In what they differ is for src/measure/disagreements.
  float dispute(const ClaimProfile& a, const ClaimProfile& b) const;

 private:
  static constexpr float least_to_be_sure = 0.4F;
  static constexpr float least_to_agree = 0.85F;

  BoostedTrees one_point_;
  BoostedTrees disputes_;
};

}  // namespace hearsay
