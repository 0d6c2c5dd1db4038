#include "base/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
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

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail(errno);
}

const std::string& Output::as_file() {
  if (unfinished_) return unfinished_->path();
  if (!to_copy_) {
    std::error_code none;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(none);
    try {
      to_copy_.emplace((folder / ("hearsay-" + std::to_string(::getpid()))).string());
    } catch (const std::system_error& error) {
      throw std::runtime_error(folder.string() +
                               ": no file can be written there: " + std::strerror(error.code().value()));
    }
  }
  return to_copy_->path();
}

void Output::copy_file() {
  std::FILE* file = std::fopen(to_copy_->path().c_str(), "rb");
  if (file == nullptr) fail(errno);
  char bytes[1 << 16];
  while (const std::size_t size = std::fread(bytes, 1, sizeof bytes, file)) write({bytes, size});
  std::fclose(file);
}

void Output::commit() {
  if (to_copy_) copy_file();
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
