// The day from which an article's relative times are counted.
#pragma once

#include "clean/articles/article.h"
#include "extract/times/times.h"

namespace hearsay {

// The article's own publication day; else a full date found in its text (a dateline before others); else nothing.
ReferenceDay reference_day(const Article& article);

}  // namespace hearsay
