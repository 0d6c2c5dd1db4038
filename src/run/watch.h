// Feeds read again and again into a store, for as long as wanted.
#pragma once

#include "persist/feeds.h"
#include "run/desk.h"
#include "run/inputs/reading.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A feed as given in a list.
struct WatchedFeed {
  std::string address;
  std::int64_t every = 0;  // seconds; 0 if the list does not say
};

// OPML, or a line a feed: its address and, if it has one of its own, the time between reads ("10m", "2h"). Empty lines
// and anything after a # at the start of a line or after white space are ignored; a feed listed twice is read once. The
// error is the reason: "line 3 is not an http or https address".
tl::expected<std::vector<WatchedFeed>, std::string> read_feed_list(std::string_view bytes);

// "90s", "15m", "2h" or "1d" in seconds; nothing for anything else or for more than a year.
std::optional<std::int64_t> parse_span(std::string_view word);

// What came of one reading of one feed.
struct FeedReading {
  std::string address;
  RunCounts counts;   // of this reading
  std::string fault;  // why it failed; empty if it did not
  std::int64_t next = 0;
};

class Watch {
 public:
  // `every` is for feeds that do not say. `manner`, but for its fetch_state, applies to each reading.
  Watch(Store& store, Desk& desk, std::vector<WatchedFeed> feeds, std::int64_t every, Manner manner,
        Clock now = system_seconds);

  // Reads each feed that is due, in the order of their times; `stop` ends it before the next article. Each article is
  // committed at once; what a feed's server said, and when the feed is due next, once it was read to its end. A feed
  // that fails is left alone for twice as long each time, at most a day.
  void read_due(const std::function<void(const FeedReading&)>& on_reading,
                const std::function<void(const Problem&)>& on_problem, const std::function<bool()>& stop);

  // When the next one is due.
  std::int64_t next_due() const;

 private:
  FeedReading read(FeedLine& feed, const std::function<void(const Problem&)>& on_problem,
                   const std::function<bool()>& stop);

  Store& store_;
  Desk& desk_;
  Manner manner_;
  Clock now_;
  FetchState fetched_;
  std::vector<FeedLine> feeds_;
};

}  // namespace hearsay
