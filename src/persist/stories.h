// Stories in a store: which there are, what happened to them, and finding one.
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

// A story in a list of them. What is known of its account is of the last one made; `as_told` says whether nothing came
// since.
struct StoryLine {
  std::size_t number = 0;
  std::string id;
  std::string title;  // of the account; of a story without one its first article's, or that article's id
  std::optional<std::string> first_day;  // ISO 8601
  std::optional<std::string> last_day;
  std::int64_t begun = 0;    // when its first article came, in seconds since 1970
  std::int64_t changed = 0;  // when the last one came
  std::size_t articles = 0;
  std::optional<std::size_t> outlets;  // nothing while there is no account
  std::optional<std::size_t> origins;
  std::optional<std::size_t> points;
  std::optional<std::size_t> contested;
  std::size_t state = 0;  // another number after each change
  bool as_told = false;
};

// Which stories, newest change first.
struct StoryQuery {
  std::optional<std::int64_t> since;  // changed at this time or later
  std::string words;       // all of these stand in one of its articles, among the newest 5,000 with them; empty: any
  bool contested = false;  // only with contested points
  std::size_t most = 0;    // so many; 0 is all
  std::optional<std::size_t> after;  // those behind this story in the same list, by its number
};

std::vector<StoryLine> list_stories(const StoreReader& store, const StoryQuery& query);

// A story by its id or the first letters of it; one that was merged is the one it became. Nothing when there is none
// or, of first letters, more than one.
std::optional<StoryLine> find_story(const StoreReader& store, std::string_view id);

// Numbers of stories whose account is not made or not of what they are now, the longest waiting first.
std::vector<std::size_t> untold_stories(const StoreReader& store);

// Of those, what readers wait for: stories that had an account before, and stories of articles that were handed in.
std::vector<std::size_t> awaited_stories(const StoreReader& store);

// When a story's reports were published, where they say so, in seconds since 1970; earliest first.
std::vector<std::int64_t> report_times(const StoreReader& store, std::size_t story);

// What `hearsay group` prints of a story. `articles` are article numbers, in order of arrival.
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

// The following write, and are to be called within a transaction.

std::size_t begin_story(Store& store, const std::string& id, std::int64_t at);
// The story that an article, by its number, is in.
std::size_t story_of_article(const StoreReader& store, std::size_t article);
// The articles of `gone` are of `kept` from now on.
void merge_stories(Store& store, std::size_t kept, std::size_t gone, const std::string& why, std::int64_t at);
// `from` and `to` of the copy are article numbers.
void add_copy(Store& store, const Copy& copy);

}  // namespace hearsay
