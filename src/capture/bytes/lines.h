// A stream cut into lines, whatever their length.
#pragma once

#include "capture/bytes/byte_source.h"

#include <optional>
#include <string>

namespace hearsay {

class LineReader {
 public:
  // The source must outlive the reader. A line longer than `longest_bytes` comes back empty and marked.
  explicit LineReader(ByteSource& source, std::size_t longest_bytes = largest_record_bytes);

  struct Line {
    std::string text;       // without its line end ("\n" or "\r\n")
    bool too_long = false;  // it was skipped: text is empty
  };

  // The next line, the last one too when it has no line end; nothing at the end.
  std::optional<Line> next();

 private:
  bool fill();

  ByteSource& source_;
  std::size_t longest_;
  std::string block_;
  std::size_t filled_ = 0;  // of the block
  std::size_t used_ = 0;
};

}  // namespace hearsay
