// The whole pipeline: articles in; marks, stories or an account out.
#pragma once

#include "clean/articles/article.h"
#include "extract/marks.h"
#include "narrate/account.h"
#include "narrate/corrections.h"
#include "run/rules.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Marks articles on `threads` threads; the result is in the order given and does not depend on the threads.
// If `one_story`, an article without a date of its own takes that of the others. `on_marked` is called, on any of the
// threads, with how many are done; an exception it throws ends the work and is rethrown.
std::vector<Marks> mark_all(const std::vector<Article>& articles, const Marker& marker, bool one_story,
                            unsigned threads, const std::function<void(std::size_t)>& on_marked = {});

// What a reader may want of an account beyond the articles.
struct Wishes {
  std::vector<Correction> corrections;
  std::vector<std::string> without;    // articles, outlets and sources to leave out (narrate/without.h)
  std::vector<ArticleUpdate> updates;  // what is known of the articles, by their positions
  // Called with the stage at work, to show progress: "marking", 12 of 80; 0 of 0 if a stage is not counted. May be
  // called on any thread; an exception it throws ends the work and is rethrown by report().
  std::function<void(std::string_view stage, std::size_t done, std::size_t of)> on_stage;
};

// The account of one story. No articles: an empty account. One marker and one set of rules serve any number of stories.
Account report(std::vector<Article> articles, const Marker& marker, const AccountRules& rules, unsigned threads,
               const Wishes& wishes = {});

}  // namespace hearsay
