// Which words are an article's own.
#pragma once

#include "clean/articles/article.h"

#include <algorithm>

namespace hearsay {

// Do more than half of some words lie in what is not part of the article? Two such lines may read as one sentence.
inline bool is_mostly_boilerplate(const Article& article, Span words) {
  auto part = std::lower_bound(article.boilerplate.begin(), article.boilerplate.end(), words.begin,
                               [](const Boilerplate& p, std::size_t byte) { return p.span.end <= byte; });
  std::size_t bytes = 0;
  for (; part != article.boilerplate.end() && part->span.begin < words.end; ++part)
    bytes += intersection(part->span, words).size();
  return bytes * 2 > words.size();
}

}  // namespace hearsay
