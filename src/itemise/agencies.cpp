#include "itemise/agencies.h"

#include "base/folding.h"
#include "base/named_lists.h"
#include "base/resources.h"

#include <string_view>

namespace hearsay {

Agencies::Agencies() {
  for (const NamedList& list : read_named_lists(resource("data/agencies.csv"), "data/agencies.csv")) {
    for (const std::string_view name : list.names) names_.insert(fold(name));
  }
}

}  // namespace hearsay
