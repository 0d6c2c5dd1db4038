// Files in an archive, streamed: tar (POSIX.1-1988 ustar, with the extensions of GNU and POSIX.1-2001) or zip.
#pragma once

#include "capture/bytes/byte_source.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

class ArchiveReader {
 public:
  // The source, already unpacked, must outlive the reader.
  explicit ArchiveReader(ByteSource& source);
  ~ArchiveReader();

  // The name of the next file; folders, links and devices are passed over. Nothing at the end.
  // Throws Unreadable when the archive is broken or cut short, or has a name of more than 1 MB, and what reading the
  // source throws.
  std::optional<std::string> next();

  // The bytes of that file, until next() is called. Reading them throws Unreadable when they are encrypted, and when
  // they unpack too far.
  std::unique_ptr<ByteSource> open();

 private:
  class Archive;
  class Entry;
  std::unique_ptr<Archive> archive_;
};

// Do the bytes begin like a tar archive? Needs the first 512.
bool is_tar(std::string_view start);

// Do they begin like a zip archive?
bool is_zip(std::string_view start);

}  // namespace hearsay
