// Web archives (WARC 1.0 and 1.1, ISO 28500), record by record, as CC-NEWS and others publish them.
//
//   WARC/1.0                                     a record: this line,
//   WARC-Type: response                          header lines,
//   Content-Length: 1234
//                                                an empty line,
//   HTTP/1.1 200 OK ...                          so many bytes,
//                                                two empty lines
#pragma once

#include "capture/bytes/byte_source.h"

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct WarcRecord {
  std::string type;       // "response", "request", "warcinfo"
  std::string id;         // without the angle brackets
  std::string address;    // WARC-Target-URI
  std::string digest;     // WARC-Payload-Digest
  std::string date;       // WARC-Date: when it was fetched, not published
  std::string refers_to;  // of a revisit: the id of the record that holds what was fetched
  std::string content_type;
  std::string content;
  std::uint64_t offset = 0;     // of its first byte in the unpacked stream
  const char* fault = nullptr;  // why it cannot be used; then the content is empty
};

class WarcReader {
 public:
  // The source, already unpacked, must outlive the reader.
  explicit WarcReader(ByteSource& source);

  // The next record; nothing at the end. After a broken one reads on at the next line that begins a record, also where
  // the length that it states leads beyond that line. A BrokenPart that the source throws costs the record it is in;
  // next() can be called again.
  std::optional<WarcRecord> next();

  // How far it has read in the unpacked stream.
  std::uint64_t offset() const { return block_offset_ + used_; }

 private:
  bool read_line(std::string& line);
  bool fill();
  std::optional<std::uint64_t> read_header(WarcRecord& record);
  bool read_content(std::uint64_t size, WarcRecord& record);
  std::string_view peek(std::size_t bytes);
  bool ends_here();
  void go_back(std::string content);

  ByteSource& source_;
  std::string block_;
  std::size_t filled_ = 0;  // of the block
  std::size_t used_ = 0;
  std::uint64_t block_offset_ = 0;
  std::uint64_t gone_back_ = 0;
  std::exception_ptr broken_;  // what a look ahead came upon
  std::string pending_;        // a line that begins a record, read while looking for one
  std::uint64_t pending_offset_ = 0;
};

}  // namespace hearsay
