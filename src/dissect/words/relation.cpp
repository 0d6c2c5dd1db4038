#include "dissect/words/relation.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace hearsay {

static_assert(to_text(Relation::case_) == "case" && to_text(Relation::nmod_tmod) == "nmod:tmod");

Relation relation_of(std::string_view name) {
  const auto found = std::find(relation_names.begin(), relation_names.end(), name);
  if (found == relation_names.end()) throw std::invalid_argument("no relation of UD: " + std::string(name));
  return static_cast<Relation>(found - relation_names.begin());
}

}  // namespace hearsay
