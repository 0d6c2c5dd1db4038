#include "narrate/matched.h"

#include <utility>

namespace hearsay {

Matched only_kept(const Matched& all, const std::vector<bool>& kept) {
  Matched part;
  std::vector<std::size_t> number(all.claims.size(), 0);
  for (std::size_t c = 0; c < all.claims.size(); ++c) {
    if (!kept[c]) continue;
    number[c] = part.claims.size();
    part.claims.push_back(all.claims[c]);
    part.profiles.push_back(all.profiles[c]);
    part.deeds.push_back(all.deeds[c]);
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
  return part;
}

}  // namespace hearsay
