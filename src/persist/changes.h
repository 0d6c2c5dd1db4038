// The log of what changed, in a store.
#pragma once

#include "base/span.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// One change of an account or of an article, as it is told. The kinds: those of AccountChangeKind; "merged", another
// story came into this one (before: its id); and of an article that came again otherwise "headline", "number",
// "hedge", "source", "reworded", "dropped", "added", or "rewritten" for all of it.
struct StoryChange {
  std::int64_t at = 0;  // when it was noticed, in seconds since 1970
  std::size_t story = 0;
  std::string kind;
  std::optional<std::string> point;    // its address in the account
  std::optional<std::size_t> version;  // of the article where the words stand, and where in it, in bytes
  Span span;
  std::string before;
  std::string after;
};

void add_change(Store& store, const StoryChange& change);

// The same with what a reader is told of it.
struct ChangeLine {
  std::int64_t number = 0;  // ascending with time
  StoryChange change;
  std::string story_id;  // of the story it is in now
  std::string story_title;
  std::string article;  // the id of the article, and the words; empty where the change is of none
  std::string words;
  std::size_t begin = 0;  // of the words, in code points
  std::size_t end = 0;
};

// Those noticed at this time or later, oldest first; of those beyond the number `after`, at most so many (0: all).
std::vector<ChangeLine> list_changes(const StoreReader& store, std::int64_t since, std::int64_t after = 0,
                                     std::size_t most = 0);

// The last ones, so many, newest first.
std::vector<ChangeLine> newest_changes(const StoreReader& store, std::size_t most);

// The number of the last change; 0 where there is none.
std::int64_t last_change(const StoreReader& store);

}  // namespace hearsay
