#include "measure/standing.h"

#include <algorithm>

namespace hearsay {

namespace {

bool differs(const Point& point) {
  return std::any_of(point.disagreements.begin(), point.disagreements.end(),
                     [](const Disagreement& d) { return d.kind != DisagreementKind::wording; });
}

bool declined(const Point& point, std::span<const Claim> claims) {
  const auto count = std::count_if(point.claims.begin(), point.claims.end(), [&](std::size_t c) {
    return claims[c].stance == Stance::declines || claims[c].left_open;
  });
  return count * 2 >= static_cast<std::ptrdiff_t>(point.claims.size());
}

}  // namespace

Standing standing_of(const Point& point, std::span<const Claim> claims) {
  if (differs(point)) return Standing::contested;
  if (declined(point, claims)) return Standing::unanswered;
  if (point.origins.min >= 2) return Standing::corroborated;
  // What one newsroom alone tells is not common knowledge: it is that newsroom's own.
  if (point.one_article || point.reporters.max == 1) return Standing::single_origin;
  const bool named =
      std::any_of(point.claims.begin(), point.claims.end(), [&](std::size_t c) { return !claims[c].sources.empty(); });
  return named ? Standing::single_origin : Standing::background;
}

}  // namespace hearsay
