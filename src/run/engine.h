// The whole pipeline: articles in; marks, stories or an account out.
#pragma once

#include "clean/article.h"
#include "extract/marks.h"
#include "narrate/account.h"
#include "narrate/corrections.h"
#include "run/rules.h"

#include <string>
#include <vector>

namespace hearsay {

// Marks articles on `threads` threads; the result is in the order given and does not depend on the threads.
// An article without a day of its own takes that of the other articles when `one_story`.
std::vector<Marks> mark_all(const std::vector<Article>& articles, const Marker& marker, bool one_story,
                            unsigned threads);

// What a reader may want of an account beyond the articles.
struct Wishes {
  std::vector<Correction> corrections;
  std::vector<std::string> without;  // articles, outlets and sources to leave out (narrate/without.h)
};

// The account of one story. No articles: an empty account. One marker and one set of rules serve any number of stories.
Account report(std::vector<Article> articles, const Marker& marker, const AccountRules& rules, unsigned threads,
               const Wishes& wishes = {});

}  // namespace hearsay
