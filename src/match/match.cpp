#include "match/match.h"

#include "match/nearest.h"
#include "match/points.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hearsay {

MatchedClaims match(std::vector<FoundClaim> claims, std::span<const Article> articles, std::span<const Marks> marks,
                    const Happenings& happenings, const MatchRules& rules) {
  MatchedClaims matched;
  matched.claims = std::move(claims);
  matched.profiles = profile_claims(articles, marks, matched.claims, happenings, rules.meaning);
  note_nearest(matched.profiles);
  matched.placed.assign(matched.claims.size(), false);
  matched.points = find_points(
      matched.profiles, [&](const ClaimProfile& a, const ClaimProfile& b) { return rules.likeness.probability(a, b); });
  return matched;
}

const Dispute* MatchedClaims::dispute_of(std::size_t a, std::size_t b) const {
  const auto pair = std::minmax(a, b);
  const auto at = std::partition_point(disputes.begin(), disputes.end(), [&](const Dispute& dispute) {
    return std::pair(dispute.a, dispute.b) < std::pair(pair.first, pair.second);
  });
  return at != disputes.end() && at->a == pair.first && at->b == pair.second ? &*at : nullptr;
}

MatchedClaims only_kept(const MatchedClaims& all, const std::vector<bool>& kept) {
  MatchedClaims part;
  std::vector<std::size_t> number(all.claims.size(), 0);
  for (std::size_t c = 0; c < all.claims.size(); ++c) {
    if (!kept[c]) continue;
    number[c] = part.claims.size();
    part.claims.push_back(all.claims[c]);
    part.profiles.push_back(all.profiles[c]);
    part.placed.push_back(all.placed[c]);
  }
  for (std::size_t c = 0; c < part.claims.size(); ++c) part.profiles[c].claim = &part.claims[c].claim;
  for (const auto& point : all.points) {
    std::vector<std::size_t> rest;
    for (const std::size_t c : point) {
      if (kept[c]) rest.push_back(number[c]);
    }
    if (!rest.empty()) part.points.push_back(std::move(rest));
  }
  for (Dispute dispute : all.disputes) {
    if (!kept[dispute.a] || !kept[dispute.b]) continue;
    dispute.a = number[dispute.a];
    dispute.b = number[dispute.b];
    part.disputes.push_back(dispute);
  }
  return part;
}

std::string to_text(const MatchedClaims& matched, std::span<const Article> articles) {
  std::string text;
  for (const auto& point : matched.points) {
    for (const std::size_t c : point) {
      const Claim& claim = matched.claims[c].claim;
      const Article& article = articles[claim.article];
      text += fmt::format("{}{}: {}", c == point.front() ? "" : " | ", article.id, words_at(article.text, claim.span));
    }
    text += '\n';
  }
  return text;
}

}  // namespace hearsay
