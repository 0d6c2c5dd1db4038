#include "measure/origins/agreement.h"

#include <algorithm>

namespace hearsay {

std::vector<bool> surely_agree(std::span<const std::size_t> point, std::size_t representative,
                               const Evidence& evidence) {
  constexpr std::size_t most_looked_at = 60;
  // What somebody known puts forward as so. "I" and "we" are others in each mouth, and of a mere phrase ("the rope
  // by which") nobody knows what is said.
  const auto can_agree = [&](std::size_t claim) {
    const OriginKind kind = evidence.origins[evidence.claims[claim].origin].kind;
    const Assertion& assertion = evidence.profile(claim).assertion;
    return kind != OriginKind::outlet && kind != OriginKind::unnamed && !assertion.personal && assertion.clause &&
           evidence.claims[claim].stance != Stance::declines;
  };
  std::vector<bool> agrees(point.size(), false);
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = 0; j < std::min(i, most_looked_at); ++j) {
      const std::size_t a = point[i];
      const std::size_t b = point[j];
      if (evidence.claims[a].origin == evidence.claims[b].origin || (agrees[i] && agrees[j])) continue;
      if (!can_agree(a) || !can_agree(b)) continue;
      if (evidence.likeness.agree(evidence.profile(a), evidence.profile(b))) agrees[i] = agrees[j] = true;
    }
  }
  if (std::none_of(agrees.begin(), agrees.end(), [](bool b) { return b; })) {
    for (std::size_t i = 0; i < point.size(); ++i) agrees[i] = point[i] == representative;
  }
  for (std::size_t i = 0; i < point.size(); ++i) agrees[i] = agrees[i] || evidence.matched.placed[point[i]];
  return agrees;
}

}  // namespace hearsay
