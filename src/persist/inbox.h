// What was handed in for a store's writer to take: any program may hand in, while another writes the articles.
#pragma once

#include "persist/runs.h"
#include "persist/store.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Something that waits to be taken.
struct HandedIn {
  enum class Kind : std::uint8_t {
    article,  // content is one, as JSON
    address   // content is a web address
  };

  std::int64_t number = 0;
  Kind kind = Kind::article;
  std::string content;
  bool allow_private = false;  // may be fetched from this machine and private networks too
};

// What became of something that was handed in.
struct InboxLine {
  std::int64_t number = 0;
  std::int64_t at = 0;                // when it was handed in, in seconds since 1970
  std::optional<std::int64_t> taken;  // nothing while it waits
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t again = 0;
  std::optional<std::string> fault;
  std::optional<std::string> story;  // the id of the story that its last article is in
};

// Nothing for a number that is not known, or no longer.
std::optional<InboxLine> find_inbox_line(const StoreReader& store, std::int64_t number);

std::size_t count_waiting(const StoreReader& store);

// The one that has waited longest. Throws StoreError if the store is damaged.
std::optional<HandedIn> next_handed_in(const StoreReader& store);

// The following write: call them within a transaction.

// Ignores the number in `thing` and returns its new one.
std::int64_t hand_in(Store& store, const HandedIn& thing, std::int64_t at);

// `story` is the number of the story that its last article is in, 0 if it had none; `fault` is empty if everything
// could be used. Deletes those taken long ago.
void note_taken(Store& store, std::int64_t number, const RunCounts& counts, const std::string& fault, std::size_t story,
                std::int64_t at);

}  // namespace hearsay
