#include "persist/feeds.h"

namespace hearsay {

std::vector<FeedLine> list_feeds(const StoreReader& store) {
  std::vector<FeedLine> feeds;
  for (SqlRows row = store.sql().rows("SELECT address, every, next, read, failures, fault FROM feed ORDER BY address");
       row.next();)
    feeds.push_back({std::string(row.text(0)), row.integer(1), row.integer(2), row.maybe_integer(3), row.number(4),
                     row.maybe_text(5)});
  return feeds;
}

void keep_feed(Store& store, const FeedLine& feed) {
  store.sql().write("DELETE FROM feed WHERE address = ?", feed.address);
  store.sql().write("INSERT INTO feed(address, every, next, read, failures, fault) VALUES(?,?,?,?,?,?)", feed.address,
                    feed.every, feed.next, feed.read, feed.failures, feed.fault);
}

}  // namespace hearsay
