#include "measure/origins/agreement.h"

#include <algorithm>

namespace hearsay {

std::vector<bool> surely_agree(std::span<const std::size_t> point, std::size_t representative,
                               const Evidence& evidence) {
  constexpr std::size_t most_looked_at = 60;
  const auto is_named = [&](std::size_t claim) {
    const OriginKind kind = evidence.origins[evidence.claims[claim].origin].kind;
    return kind != OriginKind::outlet && kind != OriginKind::unnamed;
  };
  std::vector<bool> agrees(point.size(), false);
  for (std::size_t i = 0; i < point.size(); ++i) {
    for (std::size_t j = 0; j < std::min(i, most_looked_at); ++j) {
      const std::size_t a = point[i];
      const std::size_t b = point[j];
      if (evidence.claims[a].origin == evidence.claims[b].origin || (agrees[i] && agrees[j])) continue;
      if (!is_named(a) || !is_named(b)) continue;
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
