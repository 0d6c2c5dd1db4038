// A store's log of changes.
#pragma once

#include "base/span.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

// One change of an account or of an article, as it is reported. The kinds: those of AccountChangeKind; "merged",
// another story was merged into this one (before: its id); and, of an article that came again changed, "headline",
// "number",
// "hedge", "source", "reworded", "dropped", "added", or "rewritten" for the whole of it.
struct StoryChange {
  std::int64_t at = 0;  // when it was noticed, in seconds since 1970
  std::size_t story = 0;
  std::string kind;
  std::optional<std::string> point;    // its address in the account
  std::optional<std::size_t> version;  // of the article the words are in, and where, in bytes
  Span span;
  std::string before;
  std::string after;
};

void add_change(Store& store, const StoryChange& change);

// The same, with what a reader is shown of it.
struct ChangeLine {
  std::int64_t number = 0;  // increases with time
  StoryChange change;
  std::string story_id;  // of the story it is in now
  std::string story_title;
  std::string article;  // the article's id, and the words; empty if the change is of none
  std::string words;
  std::size_t begin = 0;  // of the words, in code points
  std::size_t end = 0;
};

// Which changes to list, oldest first.
struct ChangeQuery {
  std::int64_t since = INT64_MIN;      // noticed at this time or later
  std::int64_t after = 0;              // numbered higher than this
  std::size_t most = 0;                // at most this many; 0: all
  std::optional<std::size_t> story{};  // of this one and of those merged into it
};
std::vector<ChangeLine> list_changes(const StoreReader& store, const ChangeQuery& query);

// What changed between the versions of the article that this version is of, oldest first: only the kinds of change that
// articles have.
std::vector<StoryChange> changes_of_article(const StoreReader& store, std::size_t version);

// The last changes, at most this many, newest first.
std::vector<ChangeLine> newest_changes(const StoreReader& store, std::size_t most);

// The number of the last change; 0 if there is none.
std::int64_t last_change(const StoreReader& store);

}  // namespace hearsay
