// The account of a story: its points ordered, each with its standing and its evidence.
#pragma once

#include "clean/article.h"
#include "extract/marks.h"
#include "narrate/account.h"

#include <span>
#include <vector>

namespace hearsay {

// `articles` and `marks` run in parallel. No articles: an empty account. Throws std::runtime_error when a rule file or
// model of the matching stage is broken.
Account narrate(std::vector<Article> articles, std::span<const Marks> marks);

}  // namespace hearsay
