// Yes and no: a point that some assert and somebody denies.
#include "match/disagreements_kinds.h"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay {

std::vector<Disagreement> differing_polarity(PointClaims point, const Told& told) {
  std::vector<std::size_t> yes;
  std::vector<std::size_t> no;
  for (const std::size_t claim : point) {
    const Stance stance = told.claims[claim].stance;
    if (stance == Stance::declines) continue;
    const bool denied = (stance == Stance::denies) != told.profiles[claim].negated;
    (denied ? no : yes).push_back(claim);
  }
  if (yes.empty() || no.empty()) return {};
  const bool by_denial =
      std::any_of(no.begin(), no.end(), [&](std::size_t c) { return told.claims[c].stance == Stance::denies; });
  if (!by_denial) return {};
  return {{DisagreementKind::polarity,
           DisagreementRelation::conflict,
           {point.begin(), point.end()},
           fmt::format("{} assert it, {} deny it", yes.size(), no.size())}};
}

}  // namespace hearsay
