// The desk: articles that arrive one after the other, kept in a store and grouped into stories as they arrive.
#pragma once

#include "base/problem.h"
#include "clean/articles/article.h"
#include "group/stories/grouper.h"
#include "persist/feeds.h"
#include "persist/runs.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Seconds since 1970 in UTC. The only place where the program asks for the time: a store records when things arrived;
// no account holds it.
using Clock = std::function<std::int64_t()>;
std::int64_t system_seconds();

// One run that takes articles in. What the store then holds depends on the articles taken in all runs and on their
// order, not on where a run ended or was killed.
class Desk {
 public:
  enum class Fate {
    added,    // it is new
    changed,  // it was there under the same address, or the same file and id, with another text or title
    again     // it was there as it is
  };

  // Continues from what the store knows. Throws StoreError.
  Desk(Store& store, Clock now = system_seconds);

  // Takes an article in. It is complete in the store with the next commit(), together with all that came before it.
  Fate take(Article article);

  // Notes that an input could not be used.
  void refuse(const Problem& problem);

  // Notes the state of a feed.
  void note_feed(const FeedLine& feed);

  // Notes what a server said of something fetched; call when all articles in it have been taken.
  void note_fetched(const std::string& address, const Validators& validators);

  // Notes what became of something handed in; call when all articles in it have been taken. `story` is that of the last
  // of them, 0 if it had none.
  void note_taken(std::int64_t number, const RunCounts& counts, const std::string& fault, std::size_t story);

  // Commits what was taken since the last time.
  void commit();

  // The same at the end of the run; also keeps what saves the next one work.
  void finish();

  const RunCounts& counts() const { return counts_; }

 private:
  void begin();
  bool is_moved(const Article& article, std::uint64_t content) const;
  void go_on_from_store();
  Fate add(Article article, const std::string& known_by);
  void add_changes(const Article& before, const Article& after, std::size_t story, std::size_t version);

  Store& store_;
  Clock now_;
  Grouper grouper_;
  std::size_t kept_articles_ = 0;  // that the grouping's state in the store covers
  std::size_t run_ = 0;            // its number; 0 before it has anything to write
  RunCounts counts_;
  std::optional<SqlTransaction> transaction_;
};

// The location of an article that was handed in without an address.
inline constexpr std::string_view handed_in = "handed in";

// What an article is recognised by: the address it was read from, else its file and its id in that; one that was handed
// in, by its id alone.
std::string identity_of(const Article& article);

}  // namespace hearsay
