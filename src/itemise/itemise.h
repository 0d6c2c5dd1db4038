// The claims of a story, article by article: which facts each asserts, who says them, how firmly, with which values.
// The room's one entry; claims.h reads a single article.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "identify/identify.h"
#include "itemise/claims.h"

#include <span>
#include <string>
#include <vector>

namespace hearsay {

// By article, then position. `articles` and `marks` run in parallel; `names` are theirs. A country stands in the place
// of its capital where that is the source.
std::vector<FoundClaim> itemise(std::span<const Article> articles, std::span<const Marks> marks,
                                const StoryNames& names, const ClaimRules& rules);

// The same of what find_claims() found in each of a story's articles.
std::vector<FoundClaim> gather_claims(std::vector<std::vector<FoundClaim>> of_articles, const StoryNames& names);

// One claim a line: article, stance, the chain of sources, the words, the values.
std::string to_text(std::span<const FoundClaim> claims, std::span<const Article> articles);

}  // namespace hearsay
