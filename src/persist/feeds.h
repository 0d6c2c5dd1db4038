// The feeds that a desk watches, and their state.
#pragma once

#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearsay {

struct FeedLine {
  std::string address;
  std::int64_t every = 0;            // seconds between two reads
  std::int64_t next = 0;             // when it is due next, in seconds since 1970
  std::optional<std::int64_t> read;  // when it was last read successfully
  std::size_t failures = 0;          // in a row, since then
  std::optional<std::string> fault;  // why it last failed
};

// In order of address.
std::vector<FeedLine> list_feeds(const StoreReader& store);

// Replaces what is known of the feed of that address. Call within a transaction.
void keep_feed(Store& store, const FeedLine& feed);

}  // namespace hearsay
