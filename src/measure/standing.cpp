#include "measure/standing.h"

#include <algorithm>
#include <set>

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

// What everybody knows is told in the outlets' own voice, though one of them may put it into somebody's mouth.
bool most_name_nobody(const Point& point, std::span<const Claim> claims) {
  std::set<std::size_t> articles;
  std::set<std::size_t> naming;
  for (const std::size_t c : point.claims) {
    articles.insert(claims[c].article);
    if (!claims[c].sources.empty()) naming.insert(claims[c].article);
  }
  return naming.size() * 3 <= articles.size();
}

}  // namespace

Standing standing_of(const Point& point, std::span<const Claim> claims) {
  if (differs(point)) return Standing::contested;
  if (declined(point, claims)) return Standing::unanswered;
  if (point.origins.min >= 2) return Standing::corroborated;
  // What one newsroom alone tells is not common knowledge: it is that newsroom's own.
  if (point.one_article || point.reporters.max == 1) return Standing::single_origin;
  return most_name_nobody(point, claims) ? Standing::background : Standing::single_origin;
}

}  // namespace hearsay
