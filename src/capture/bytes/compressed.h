// Compressed streams: gzip (RFC 1952, many members as WARC has them) and Zstandard (RFC 8878).
#pragma once

#include "capture/bytes/byte_source.h"

#include <memory>

namespace hearsay {

// The source itself, or what it holds unpacked when its first bytes say that it is compressed; twice when it is
// compressed twice. read() throws Unreadable when the data is broken, and when it unpacks to more than 300 times its
// size beyond the first 64 MB, which no text does. After a broken gzip member, reported as BrokenPart, it can be called
// again and goes on with the next member.
std::unique_ptr<PeekSource> unpacked(std::unique_ptr<ByteSource> source);

}  // namespace hearsay
