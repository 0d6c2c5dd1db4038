#include "match/agencies.h"

#include "base/lines.h"
#include "base/resources.h"
#include "match/folding.h"

#include <algorithm>
#include <string_view>

namespace hearsay {

Agencies::Agencies() {
  std::string_view file = resource("data/agencies.csv");
  while (!file.empty()) {
    std::string_view line = next_line(file);
    const std::size_t comma = line.find(',');
    if (line.starts_with('#') || comma == std::string_view::npos) continue;
    line.remove_prefix(comma + 1);
    while (!line.empty()) {
      names_.insert(fold(next_piece(line, '|')));
    }
  }
}

}  // namespace hearsay
