// The grouper's clock.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// Days since the stream began. It follows the median of the last dates seen, and only forward, so that single wrong
// dates do not move it and a run of them moves it once.
struct StreamClock {
  static constexpr std::size_t seen = 33;
  std::vector<std::int32_t> last;
  std::uint32_t next = 0;
  std::int32_t middle = 0;
  bool begun = false;
  std::int32_t days = 0;

  void see(std::int32_t day) {
    if (last.size() < seen)
      last.push_back(day);
    else
      last[next++ % seen] = day;
  }
  void advance() {
    if (last.empty()) return;
    std::vector<std::int32_t> sorted = last;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    const std::int32_t now = sorted[sorted.size() / 2];
    if (begun && now > middle) days += now - middle;
    middle = now;
    begun = true;
  }
  template <class Archive>
  void fields(Archive& archive) {
    archive(last, next, middle, begun, days);
  }
};

}  // namespace hearsay
