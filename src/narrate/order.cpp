#include "narrate/order.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace hearsay {

void order_points(Account& account) {
  const auto spread = [&](const Point& point) {
    std::set<std::size_t> articles;
    for (const std::size_t c : point.claims) articles.insert(account.claims[c].article);
    return articles.size();
  };
  std::vector<std::pair<std::tuple<int, int, std::ptrdiff_t, std::size_t>, Point>> keyed;
  for (Point& point : account.points) {
    const bool contested = point.standing == Standing::contested;
    const int relation = contested ? static_cast<int>(point.disagreements.front().relation) : 0;
    const int place = contested ? -1 : static_cast<int>(point.standing);
    const std::tuple key{place, relation, -static_cast<std::ptrdiff_t>(spread(point)), point.claims.front()};
    keyed.emplace_back(key, std::move(point));
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  account.points.clear();
  for (auto& [key, point] : keyed) account.points.push_back(std::move(point));
  for (std::size_t p = 0; p < account.points.size(); ++p) {
    for (const std::size_t c : account.points[p].claims) account.claims[c].point = p;
  }
}

}  // namespace hearsay
