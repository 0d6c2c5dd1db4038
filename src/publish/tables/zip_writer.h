// A zip file written entry by entry, by minizip.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The same entries give the same bytes: all are of one fixed time.
class ZipWriter {
 public:
  // Throws std::runtime_error, naming the file, when it cannot be written; so do the others.
  explicit ZipWriter(const std::string& path);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  // What is written next goes into this entry.
  void begin(const std::string& name);
  void write(std::string_view bytes);
  void end();

  // After the last entry. Without it the file is none.
  void close();

 private:
  [[noreturn]] void fail() const;

  std::string path_;
  void* file_ = nullptr;
};

}  // namespace hearsay
