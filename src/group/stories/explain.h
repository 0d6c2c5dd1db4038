// Why two articles are, or are not, one story or copies.
#pragma once

#include "clean/article.h"

#include <string>

namespace hearsay {

// Lines for a person: the words both have and what each adds to their likeness, the days between them and what these
// take away, the likeness a story asks for, and the copy between them where there is one. Speaks of the two alone: a
// story is joined by the mean likeness to all of its articles, which may lie on the other side of the bar.
std::string explain_pair(const Article& a, const Article& b);

}  // namespace hearsay
