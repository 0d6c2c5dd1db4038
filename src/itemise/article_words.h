// Which words are an article's own.
#pragma once

#include "clean/article.h"

#include <algorithm>

namespace hearsay {

// Do more than half of some words lie in what is not part of the article?
inline bool is_mostly_boilerplate(const Article& article, Span words) {
  return std::any_of(article.boilerplate.begin(), article.boilerplate.end(),
                     [&](const Boilerplate& part) { return intersection(part.span, words).size() * 2 > words.size(); });
}

}  // namespace hearsay
