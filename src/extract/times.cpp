#include "extract/times.h"

namespace hearsay {

std::string_view to_text(TimeType type) {
  static constexpr std::string_view names[] = {"DATE", "TIME", "DURATION", "SET"};
  return names[static_cast<std::size_t>(type)];
}

struct TimeFinder::Rules {};

TimeFinder::TimeFinder() = default;
TimeFinder::~TimeFinder() = default;

std::vector<Time> TimeFinder::find(std::string_view, const Dissection&, const ReferenceDay&) const { return {}; }

}  // namespace hearsay
