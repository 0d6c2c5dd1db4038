// Files in an archive, streamed: tar (POSIX.1-1988 ustar, with the extensions of GNU and POSIX.1-2001) or zip.
#pragma once

#include "capture/bytes/byte_source.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

class ArchiveReader {
 public:
  // Is told of what is neither a file nor a folder: its name and why it is not read ("is a link, which ...").
  using OnLeftOut = std::function<void(const std::string& name, const char* reason)>;

  // The source, already unpacked, must outlive the reader.
  explicit ArchiveReader(ByteSource& source, OnLeftOut on_left_out = {});
  ~ArchiveReader();

  // The name of the next file, without detours: "./a//b.txt" is "a/b.txt". Folders are passed over, and links, pipes
  // and devices told to `on_left_out`. Nothing at the end.
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
  OnLeftOut on_left_out_;
};

// Does the name of a file in an archive lead out of it, as "../a.txt" does?
bool leads_out(std::string_view name);

// Does it, or the name of a folder above it, begin with a dot?
bool is_hidden(std::string_view name);

// Do the bytes begin like a tar archive? Needs the first 512.
bool is_tar(std::string_view start);

// Do they begin like a zip archive?
bool is_zip(std::string_view start);

}  // namespace hearsay
