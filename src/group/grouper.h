// Stories, kept as the articles arrive.
#pragma once

#include "clean/article.h"
#include "group/copies.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace hearsay {

// The articles on one event.
struct Story {
  std::string id;                     // stable: made from the story's first article
  std::vector<std::size_t> articles;  // in order of arrival, as numbered by Grouper::add
  std::vector<Copy> copies;           // their article indices are the same numbers
};

class Grouper {
 public:
  struct Options {
    int window_days = 7;  // an article joins stories that had an article in so many days
  };

  explicit Grouper(Options options);
  ~Grouper();
  Grouper(const Grouper&) = delete;
  Grouper& operator=(const Grouper&) = delete;

  // Takes the next article and returns its number, counted from 0. The article's text is not kept.
  std::size_t add(const Article& article);

  // The stories so far, in order of their first article.
  std::vector<Story> stories() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hearsay
