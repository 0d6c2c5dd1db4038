#include "article_stream.h"

#include "interruptible.h"

#include <nanobind/nanobind.h>

#include <chrono>
#include <utility>

namespace hearsay::python {

namespace nb = nanobind;

namespace {

constexpr std::size_t most_waiting = 64;
constexpr auto patience = std::chrono::milliseconds(100);

}  // namespace

ArticleStream::ArticleStream(std::vector<std::string> paths, Selection selection, Manner manner)
    : reader_([this, paths = std::move(paths), selection = std::move(selection), manner = std::move(manner)] {
        try {
          read_articles(
              paths, selection, manner, [this](Article article) { give(std::move(article)); },
              [this](Problem problem) { give(std::move(problem)); });
        } catch (const Interrupted&) {  // by the destructor, and nobody asks any more
        } catch (...) {
          const std::lock_guard lock(guard_);
          failure_ = std::current_exception();
        }
        const std::lock_guard lock(guard_);
        ended_ = true;
        given_.notify_all();
      }) {}

ArticleStream::~ArticleStream() {
  {
    const std::lock_guard lock(guard_);
    stopped_ = true;
  }
  taken_.notify_all();
  const nb::gil_scoped_release unlocked;
  reader_.join();
}

void ArticleStream::give(Item item) {
  std::unique_lock lock(guard_);
  taken_.wait(lock, [&] { return stopped_ || waiting_.size() < most_waiting; });
  if (stopped_) throw Interrupted();
  waiting_.push_back(std::move(item));
  if (waiting_.size() == 1) given_.notify_one();
}

std::deque<ArticleStream::Item> ArticleStream::next() {
  const auto wait = [&] {
    const nb::gil_scoped_release unlocked;
    std::unique_lock lock(guard_);
    return given_.wait_for(lock, patience, [&] { return ended_ || !waiting_.empty(); });
  };
  while (!wait())
    if (PyErr_CheckSignals() != 0) throw nb::python_error();
  const std::lock_guard lock(guard_);
  if (waiting_.empty() && failure_) rethrow(std::exchange(failure_, nullptr));
  taken_.notify_one();
  return std::exchange(waiting_, {});
}

}  // namespace hearsay::python
