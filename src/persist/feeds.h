// The feeds that a desk watches, and how they do.
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
  std::int64_t every = 0;            // seconds from one reading to the next
  std::int64_t next = 0;             // when it is to be read again, in seconds since 1970
  std::optional<std::int64_t> read;  // when it was last read well
  std::size_t failures = 0;          // in a row, since
  std::optional<std::string> fault;  // why it failed last
};

// In order of address.
std::vector<FeedLine> list_feeds(const StoreReader& store);

// To be called within a transaction. Replaces what is known of the feed of that address.
void keep_feed(Store& store, const FeedLine& feed);

}  // namespace hearsay
