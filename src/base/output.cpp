// A temporary file in the same folder, so that the last step is a rename, which happens whole or not at all.
#include "base/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace hearsay {

Output::Output(std::string path) : path_(std::move(path)), file_(stdout) {
  if (path_.empty()) return;
  struct stat about {};
  const bool exists = ::stat(path_.c_str(), &about) == 0;
  if (exists && S_ISDIR(about.st_mode)) throw std::runtime_error(path_ + " cannot be written: it is a folder");
  if (exists && !S_ISREG(about.st_mode)) {
    file_ = std::fopen(path_.c_str(), "w");
    if (file_ == nullptr) fail();
    return;
  }
  if (exists) path_ = std::filesystem::canonical(path_).string();
  open_beside();
}

void Output::open_beside() {
  temporary_ = path_ + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary_.data());
  if (descriptor < 0) {
    temporary_.clear();
    fail();
  }
  const mode_t mask = ::umask(0);  // mkstemp makes files that only their owner may read
  ::umask(mask);
  ::fchmod(descriptor, 0666 & ~mask);
  file_ = ::fdopen(descriptor, "w");
}

Output::~Output() {
  if (file_ != stdout) std::fclose(file_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void Output::line(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size() || std::fputc('\n', file_) == EOF) fail();
}

void Output::commit() {
  if (std::fflush(file_) != 0) fail();
  if (temporary_.empty()) return;
  if (::fsync(::fileno(file_)) != 0 && errno != EINVAL && errno != EROFS) fail();
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail();
  temporary_.clear();
}

void Output::fail() const {
  const std::string reason = std::strerror(errno);
  throw std::runtime_error((path_.empty() ? "standard output" : path_) + " cannot be written: " + reason);
}

}  // namespace hearsay
