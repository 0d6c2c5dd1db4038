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
// order in which they were applied. What the bytes are goes before what the header says of them: a body that is packed
// once more, or that nobody calls packed, is unpacked; one that is called packed and is plain text stays as it is. Of
// one that breaks off or is broken what comes before the break is kept. A body that unpacks to more than
// largest_record_bytes is not kept, nor is one in a coding that is not known.
Uncoded undo_codings(std::string body, std::string_view codings);

}  // namespace hearsay
