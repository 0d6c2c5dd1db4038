// One thing named in a story, over all its articles.
#pragma once

#include "base/span.h"
#include "extract/names/names.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

struct EntityMention {
  std::size_t article = 0;
  Span span;
};

// Another entity that may be this one, kept apart because it is not certain.
struct MaybeSame {
  std::size_t entity = 0;
  std::string why;
};

struct Entity {
  EntityKind kind = EntityKind::other;
  std::string name;                     // the fullest, most frequent form, verbatim
  std::vector<std::string> variants;    // the other forms, each once
  std::vector<EntityMention> mentions;  // by article, then position
  std::string why;                      // why the variants were joined; empty when there is one form
  std::vector<MaybeSame> maybe;
};

}  // namespace hearsay
