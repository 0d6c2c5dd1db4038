#include "base/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace hearsay {

Output::Output(std::string path) : path_(path == "-" ? std::string() : std::move(path)), file_(stdout) {
  if (path_.empty()) return;
  struct stat about {};
  const bool exists = ::stat(path_.c_str(), &about) == 0;
  if (exists && S_ISDIR(about.st_mode)) throw std::runtime_error(path_ + " cannot be written: it is a folder");
  if (exists && !S_ISREG(about.st_mode)) {
    file_ = std::fopen(path_.c_str(), "w");
    if (file_ == nullptr) fail(errno);
    return;
  }
  try {
    unfinished_.emplace(path_);
  } catch (const std::system_error& error) {
    fail(error.code().value());
  }
  file_ = ::fdopen(::dup(unfinished_->descriptor()), "w");
  if (file_ == nullptr) fail(errno);
}

Output::~Output() {
  if (file_ != stdout && file_ != nullptr) std::fclose(file_);
}

void Output::line(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size() || std::fputc('\n', file_) == EOF) fail(errno);
}

void Output::commit() {
  if (std::fflush(file_) != 0) fail(errno);
  if (!unfinished_) return;
  try {
    unfinished_->commit();
  } catch (const std::system_error& error) {
    fail(error.code().value());
  }
}

void Output::fail(int reason) const {
  throw std::runtime_error((path_.empty() ? "standard output" : path_) +
                           " cannot be written: " + std::strerror(reason));
}

}  // namespace hearsay
