// Articles of whatever the user names, one after the other, as Python asks for them.
#pragma once

#include "run/inputs/reading.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace hearsay::python {

// Reads ahead on a thread of its own, by a few articles.
class ArticleStream {
 public:
  using Item = std::variant<Article, Problem>;

  ArticleStream(std::vector<std::string> paths, Selection selection, Manner manner);
  ~ArticleStream();
  ArticleStream(const ArticleStream&) = delete;
  ArticleStream& operator=(const ArticleStream&) = delete;

  // The next articles, and what could not be read among them: as many as are there, one at least; none at the end.
  // Waits without the interpreter's lock and hears its signals. Throws what ended the reading.
  std::deque<Item> next();

 private:
  void give(Item item);

  std::mutex guard_;
  std::condition_variable given_;
  std::condition_variable taken_;
  std::deque<Item> waiting_;
  std::exception_ptr failure_;
  bool ended_ = false;
  bool stopped_ = false;
  std::thread reader_;  // last: it uses all of the above
};

}  // namespace hearsay::python
