// Stories and copies, kept as the articles arrive.
#pragma once

#include "clean/articles/article.h"
#include "group/copies/copies.h"
#include "group/stories/signature.h"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace hearsay {

// Another story that turned out to be this one.
struct MergedStory {
  std::string id;
  std::string why;
};

// The articles on one event.
struct Story {
  std::string id;                     // stable: made from the story's first article
  std::vector<std::size_t> articles;  // as numbered by Grouper::add; in order of time, then of id
  std::vector<Copy> copies;         // their article indices are the same numbers, and `from` may lie in another story.
                                    // Unlike elsewhere, PASSAGES COUNT CODE POINTS, as the texts are not kept
  std::vector<MergedStory> merged;  // in the order they were merged
};

// What became of an article that was placed at once. Articles are told by their numbers.
struct Placing {
  // Two stories that turned out to be one, each told by its first article.
  struct Merge {
    std::size_t kept = 0;
    std::size_t gone = 0;
    std::string why;
  };
  std::size_t number = 0;     // its own
  std::string story;          // the id of the story that it is in now
  std::size_t begun_by = 0;   // that story's first article; its own number where it began the story
  std::vector<Merge> merges;  // that it brought about, in their order
  std::vector<Copy> copies;   // it and earlier articles, as in Story
};

// Groups a stream of articles in one pass.
//
// Articles with the same time of publication (or, in a row, with none) are taken together and in an order of their own,
// so that the order in which they come does not matter; at most 65,536 wait so. State is bounded: an article is
// forgotten when the stream has moved on by `window_days`, measured by the median of the last dates seen, so that one
// article from 1970 or 2099 has no effect; memory is about 2 KB an article held. Any number of threads may sign
// articles, the rest is done on one; results do not depend on that.
class Grouper {
 public:
  struct Options {
    int window_days = 730;                 // an article joins stories whose last article is no older
    std::size_t most_articles = 1U << 20;  // held at once; beyond, the oldest eighth is forgotten early
  };

  explicit Grouper(Options options);
  ~Grouper();
  Grouper(const Grouper&) = delete;
  Grouper& operator=(const Grouper&) = delete;

  // Takes the next article and returns its number, counted from 0. The article's text is not kept.
  std::size_t add(const Article& article);
  std::size_t add(Signature signature);

  // Takes the next article and places it at once, after those that wait: for a stream whose next article is still to
  // come. So articles of one time are placed in the order in which they are given.
  Placing place(Signature signature);

  // The stories so far, in order of their first article; those that were taken are left out. Articles that wait for
  // others of their time are placed first.
  std::vector<Story> stories();

  // Hands over the stories that no article can join any more, and forgets them. A caller that never takes them keeps
  // them in memory.
  std::vector<Story> take_finished();

  // The numbers of all articles that stories not handed over yet name, in ascending order: of their own articles, of
  // those in other stories that theirs were copied from, and of articles that wait.
  std::vector<std::uint32_t> numbers_held() const;

  // Writes everything to a stream; `load` continues in another program as if it had never stopped. Options come with
  // it. `save` throws std::runtime_error when the stream fails, `load` when it does not hold a state of this version.
  void save(std::ostream& stream) const;
  void load(std::istream& stream);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hearsay
