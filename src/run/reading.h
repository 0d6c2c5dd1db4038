// Articles from whatever the user names: files, folders, standard input.
#pragma once

#include "base/problem.h"
#include "clean/article.h"

#include <functional>
#include <string>
#include <vector>

namespace hearsay {

// Reads each path ("-" is standard input; a folder is walked in name order) and hands over each article as it is
// understood, in order. What cannot be read or understood goes to `on_problem`, and the rest goes on.
// An article is handed over once and not kept: memory is bounded by the largest article.
// No two articles have the same id: a second "a" is handed over as "a#2".
void read_articles(const std::vector<std::string>& paths, const std::function<void(Article)>& on_article,
                   const std::function<void(Problem)>& on_problem);

}  // namespace hearsay
