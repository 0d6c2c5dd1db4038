#include "itemise/speakers/agencies.h"

#include "base/folding.h"
#include "base/word_lists.h"

#include <string_view>

namespace hearsay {

Agencies::Agencies() {
  read_list("data/agencies.txt", {"", "before a credit", "behind a credit"}, [this](const ListLine& line) {
    if (!line.section.empty()) return;
    for (const std::string_view name : line.words) names_.insert(fold(name));
  });
}

}  // namespace hearsay
