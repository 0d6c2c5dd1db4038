// Files in a tar archive (POSIX.1-1988 ustar, with the long names of GNU and POSIX.1-2001), streamed.
#pragma once

#include "capture/byte_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace hearsay {

class TarReader {
 public:
  // The source, already unpacked, must outlive the reader.
  explicit TarReader(ByteSource& source);

  // The name of the next file; folders, links and devices are passed over. Nothing at the end.
  // Throws Unreadable when the archive is broken or cut short.
  std::optional<std::string> next();

  // The bytes of that file, until next() is called.
  std::unique_ptr<ByteSource> open();

 private:
  class Entry;
  std::size_t read_some(std::span<char> into);
  void skip_rest();

  ByteSource& source_;
  std::uint64_t left_ = 0;     // of the file
  std::uint64_t padding_ = 0;  // after it
};

// Do the bytes begin like a tar archive? Needs the first 512.
bool is_tar(std::string_view start);

}  // namespace hearsay
