// Stories in a store: listing them, finding one, and what happens to them.
#pragma once

#include "group/copies/copies.h"
#include "group/stories/grouper.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A story as listed. What is given of its account is of the last one made; `as_told`: nothing has changed since.
struct StoryLine {
  std::size_t number = 0;
  std::string id;
  std::string title;                     // the account's; without an account its first article's, or that article's id
  std::optional<std::string> first_day;  // ISO 8601
  std::optional<std::string> last_day;
  std::int64_t begun = 0;    // when its first article came, in seconds since 1970
  std::int64_t changed = 0;  // when the last one came
  std::size_t articles = 0;
  std::optional<std::size_t> outlets;  // nothing while there is no account
  std::optional<std::size_t> origins;
  std::optional<std::size_t> points;
  std::optional<std::size_t> contested;
  std::size_t state = 0;  // a new number after each change
  bool as_told = false;
};

// Which stories to list, the last changed first.
struct StoryQuery {
  std::optional<std::int64_t> since;  // changed at this time or later
  std::string words;                 // one of its articles has all of these, among the newest 5,000 that do; empty: any
  bool contested = false;            // only those with contested points
  std::size_t most = 0;              // at most this many; 0: all
  std::optional<std::size_t> after;  // those after this story in the same list, by its number
};

std::vector<StoryLine> list_stories(const StoreReader& store, const StoryQuery& query);

// A story by its id or the first letters of it (four or more); for a merged story, the one it became. Nothing if there
// is none or if the letters fit more than one.
std::optional<StoryLine> find_story(const StoreReader& store, std::string_view id);

// Numbers of stories whose account is missing or out of date, the longest waiting first.
std::vector<std::size_t> untold_stories(const StoreReader& store);

// Of those, the ones that readers wait for: stories that had an account before, and those of articles handed in.
std::vector<std::size_t> awaited_stories(const StoreReader& store);

// When a story's reports were published, where they say so, in seconds since 1970; earliest first.
std::vector<std::int64_t> report_times(const StoreReader& store, std::size_t story);

// A story as `hearsay group` prints it. `articles` are article numbers, in order of arrival.
Story grouped_story(const StoreReader& store, std::size_t story);
// All that were not merged into others, in order of their first article.
std::vector<std::size_t> all_stories(const StoreReader& store);
std::string id_of_story(const StoreReader& store, std::size_t story);

struct StoreCounts {
  std::size_t articles = 0;
  std::size_t stories = 0;
  std::size_t untold = 0;  // stories whose account is still to be made
};
StoreCounts count_all(const StoreReader& store);

// Of the following, those that take a Store write: call them within a transaction.

std::size_t begin_story(Store& store, const std::string& id, std::int64_t at);
// The story of the article with this number.
std::size_t story_of_article(const StoreReader& store, std::size_t article);
// Moves the articles of `gone` to `kept`.
void merge_stories(Store& store, std::size_t kept, std::size_t gone, const std::string& why, std::int64_t at);
// `from` and `to` of the copy are article numbers.
void add_copy(Store& store, const Copy& copy);

}  // namespace hearsay
