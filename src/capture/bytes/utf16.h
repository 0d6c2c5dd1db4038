// UTF-16 as UTF-8, for what is read as it comes; a page in UTF-16 is decoded whole (encoding.h).
#pragma once

#include "capture/bytes/byte_source.h"

#include <memory>
#include <string_view>

namespace hearsay {

// Do the bytes begin with the byte order mark of UTF-16, of either order?
bool is_utf16(std::string_view start);

// What a source that is_utf16() holds, in UTF-8 and without the mark; half of a character alone is U+FFFD, and so is
// half a unit at the end. `below` must outlive it.
std::unique_ptr<ByteSource> from_utf16(ByteSource& below);

}  // namespace hearsay
