// Pairwise coreference of claims, in the line of cross-document event coreference (Lee et al. 2012): clues from words,
// meaning, grammar, values and surroundings, judged by boosted trees that tools/fit_points.py learns from annotated
// stories (models/one_point.md) and tools/fit_judged.py from pairs that readers judged (models/disputes.md).
#include "match/likeness.h"

#include "base/resources.h"
#include "base/share_one.h"
#include "itemise/values/values.h"
#include "match/pair_clues.h"

#include <cmath>

namespace hearsay {

namespace {

float judged(const BoostedTrees& trees, const ClaimProfile& a, const ClaimProfile& b) {
  constexpr float unit = 65536;  // of the log odds, as src/base/boosted_trees.h has them
  const float log_odds = static_cast<float>(trees.score(pair_clues(a, b).all())) / unit;
  return 1.0F / (1.0F + std::exp(-log_odds));
}

}  // namespace

bool tell_of_one_thing(const ClaimProfile& a, std::size_t value_of_a, const ClaimProfile& b, std::size_t value_of_b) {
  const auto* const x = std::get_if<QuantityValue>(&a.claim->values[value_of_a].what);
  const auto* const y = std::get_if<QuantityValue>(&b.claim->values[value_of_b].what);
  if (x == nullptr || y == nullptr || !count_one_thing(*x, *y)) return false;
  const ValueProfile& p = a.values[value_of_a];
  const ValueProfile& q = b.values[value_of_b];
  if (p.whole != q.whole) return false;
  if (p.happenings.empty() || q.happenings.empty()) {
    return x->of.has_value() == y->of.has_value() || a.predicate == b.predicate;
  }
  return share_one(p.happenings, q.happenings);
}

bool one_predicate(const ClaimProfile& a, const ClaimProfile& b) {
  return a.predicate == b.predicate || share_one(a.predicate_happenings, b.predicate_happenings);
}

LikenessModel::LikenessModel()
    : one_point_(resource("models/one_point.txt"), "models/one_point.txt", pair_clue_names()),
      disputes_(resource("models/disputes.txt"), "models/disputes.txt", pair_clue_names()) {}

float LikenessModel::probability(const ClaimProfile& a, const ClaimProfile& b) const {
  return judged(one_point_, a, b);
}

float LikenessModel::dispute(const ClaimProfile& a, const ClaimProfile& b) const { return judged(disputes_, a, b); }

}  // namespace hearsay
