// Media: who gathers what others know.
#pragma once

#include "clean/articles/article.h"

#include <set>
#include <span>
#include <string>
#include <string_view>

namespace hearsay {

// The names of news agencies (data/agencies.txt), of outlets (data/outlet_names.txt) and of a story's own outlets, by
// name or by address. Others are not known. Const after loading.
class Media {
 public:
  explicit Media(std::span<const Article> articles);
  // Case, accents, blanks, points and "the" in front do not count. False for an empty name.
  bool contains(std::string_view name) const;

 private:
  std::set<std::string> names_;
};

}  // namespace hearsay
