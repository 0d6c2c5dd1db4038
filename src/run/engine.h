// The whole pipeline: articles in; marks, stories or an account out.
#pragma once

#include "clean/article.h"
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
// An article without a day of its own takes that of the other articles when `one_story`. `on_marked` is told, from any
// of the threads, how many are done; what it throws ends the work and is thrown again.
std::vector<Marks> mark_all(const std::vector<Article>& articles, const Marker& marker, bool one_story,
                            unsigned threads, const std::function<void(std::size_t)>& on_marked = {});

// What a reader may want of an account beyond the articles.
struct Wishes {
  std::vector<Correction> corrections;
  std::vector<std::string> without;    // articles, outlets and sources to leave out (narrate/without.h)
  std::vector<ArticleUpdate> updates;  // what is known of the articles, by their positions
  // Told the stage that is at work, for whoever waits: "marking", 12 of 80; 0 of 0 where a stage is not counted. May be
  // called from any thread; what it throws ends the work and is thrown by report().
  std::function<void(std::string_view stage, std::size_t done, std::size_t of)> on_stage;
};

// The account of one story. No articles: an empty account. One marker and one set of rules serve any number of stories.
Account report(std::vector<Article> articles, const Marker& marker, const AccountRules& rules, unsigned threads,
               const Wishes& wishes = {});

}  // namespace hearsay
