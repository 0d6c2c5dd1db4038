// The account of a story: its points ordered, each with its standing and its evidence.
#pragma once

#include "clean/article.h"
#include "extract/marks.h"
#include "match/match_rules.h"
#include "narrate/account.h"

#include <span>
#include <string>
#include <vector>

namespace hearsay {

// What a reader may want of an account beyond the articles.
struct Wishes {
  std::vector<Correction> corrections;
  std::vector<std::string>
      without;  // articles, outlets and sources to leave out (narrate/without.h says how they are named)
};

// `articles` and `marks` run in parallel. No articles: an empty account. With something to leave out, the points are
// brought together from all articles and then told from what is left, so that only the loss itself shows.
Account narrate(std::vector<Article> articles, std::span<const Marks> marks, const MatchRules& rules,
                const Wishes& wishes = {});

}  // namespace hearsay
