#include "match/agencies.h"

#include "base/resources.h"
#include "match/folding.h"

#include <algorithm>
#include <string_view>

namespace hearsay {

Agencies::Agencies() {
  std::string_view file = resource("data/agencies.csv");
  while (!file.empty()) {
    const std::size_t end = std::min(file.find('\n'), file.size());
    std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    const std::size_t comma = line.find(',');
    if (line.starts_with('#') || comma == std::string_view::npos) continue;
    line.remove_prefix(comma + 1);
    while (!line.empty()) {
      const std::size_t bar = std::min(line.find('|'), line.size());
      names_.insert(fold(line.substr(0, bar)));
      line.remove_prefix(std::min(bar + 1, line.size()));
    }
  }
}

}  // namespace hearsay
