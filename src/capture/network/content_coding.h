// The codings of an HTTP body (RFC 9110, 8.4), undone.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

struct Uncoded {
  std::string bytes;
  std::string fault;  // why they are not all of it ("is gzip that is cut short"); empty when they are
};

// Undoes gzip, deflate (with and without its zlib header), br and zstd. `codings` is the header's value: names in the
// order in which they were applied. What the bytes are takes precedence over what the header says: a body that is
// compressed once more, or without being declared so, is unpacked; one that is declared compressed and is plain text
// stays as it is. Of a truncated or damaged one everything before the damage is kept. A body that unpacks to more than
// largest_record_bytes is dropped, and so is one in an unknown coding.
Uncoded undo_codings(std::string body, std::string_view codings);

}  // namespace hearsay
