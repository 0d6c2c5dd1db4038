// Why two articles are, or are not, one story or copies.
#pragma once

#include "clean/articles/article.h"

#include <string>

namespace hearsay {

// Lines for a person: the words both have and what each adds to their similarity, the days between them and how much
// these take away, the similarity required for one story, and the copy between them where there is one. It is about
// these two alone: an article joins a story by its mean similarity to all of the story's articles, which may lie on the
// other side of the threshold.
std::string explain_pair(const Article& a, const Article& b);

}  // namespace hearsay
