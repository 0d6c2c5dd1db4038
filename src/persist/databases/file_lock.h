// A lock on a file that excludes other programs: it ends with the program, however that ends.
#pragma once

#include <chrono>
#include <string>

namespace hearsay {

class FileLock {
 public:
  FileLock() = default;  // holds nothing

  // Throws StoreBusy if another program holds it all that time, StoreError if the file is missing or may not be
  // written.
  FileLock(const std::string& path, std::chrono::milliseconds patience);
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  FileLock& operator=(FileLock&&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace hearsay
