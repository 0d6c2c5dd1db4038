#include "itemise/propositions/hosts.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace hearsay {

std::vector<std::optional<std::size_t>> find_hosts(std::span<const Claim> claims) {
  std::vector<std::size_t> order(claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Those that begin first, and of them the longest, come first: what holds a claim stands before it.
  const auto place = [&](std::size_t c) {
    return std::tuple(claims[c].article, claims[c].span.begin, ~claims[c].span.end, c);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  std::vector<std::optional<std::size_t>> hosts(claims.size());
  std::vector<std::size_t> open;  // claims that may hold the next one
  for (const std::size_t c : order) {
    std::erase_if(open, [&](std::size_t o) {
      return claims[o].article != claims[c].article || claims[o].span.end <= claims[c].span.begin;
    });
    for (const std::size_t o : open) {
      const bool holds = claims[o].span.contains(claims[c].span) && claims[o].span != claims[c].span;
      if (holds && (!hosts[c] || claims[o].span.size() < claims[*hosts[c]].span.size())) hosts[c] = o;
    }
    open.push_back(c);
  }
  return hosts;
}

}  // namespace hearsay
