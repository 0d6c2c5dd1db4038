// Plain POSIX reads: a file is read once, front to back, so nothing is gained by mapping or buffering it here.
#include "capture/bytes/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace hearsay {

namespace {

std::string reason_of(int error) {
  switch (error) {
    case ENOENT:
      return "does not exist";
    case EACCES:
      return "may not be read (permission denied)";
    case EISDIR:
      return "is a folder";
    case ELOOP:
      return "is a link that leads back to itself";
    default:
      return std::string("cannot be read: ") + std::strerror(error);
  }
}

class FileSource : public ByteSource {
 public:
  explicit FileSource(int descriptor) : descriptor_(descriptor) {}
  ~FileSource() override {
    if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(std::span<char> into) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, into.data(), into.size());
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw Unreadable(reason_of(errno));
    }
  }

 private:
  int descriptor_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t size = std::min(into.size(), bytes_.size());
    std::copy_n(bytes_.data(), size, into.data());
    bytes_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view bytes_;
};

class CountedSource : public ByteSource {
 public:
  CountedSource(std::unique_ptr<ByteSource> below, std::atomic<std::uint64_t>& bytes)
      : below_(std::move(below)), bytes_(bytes) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t got = below_->read(into);
    bytes_ += got;
    return got;
  }
  std::string remark() const override { return below_->remark(); }

 private:
  std::unique_ptr<ByteSource> below_;
  std::atomic<std::uint64_t>& bytes_;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw Unreadable(reason_of(errno));
  return std::make_unique<FileSource>(descriptor);
}

std::unique_ptr<ByteSource> open_memory(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

std::unique_ptr<ByteSource> counted(std::unique_ptr<ByteSource> source, std::atomic<std::uint64_t>& bytes) {
  return std::make_unique<CountedSource>(std::move(source), bytes);
}

PeekSource::PeekSource(std::unique_ptr<ByteSource> below) : below_(std::move(below)) {}

std::string_view PeekSource::peek(std::size_t bytes) {
  ahead_.erase(0, taken_);
  taken_ = 0;
  while (ahead_.size() < bytes) {
    const std::size_t had = ahead_.size();
    ahead_.resize(bytes);
    const std::size_t got = below_->read(std::span(ahead_).subspan(had));
    ahead_.resize(had + got);
    if (got == 0) break;
  }
  return std::string_view(ahead_).substr(0, bytes);
}

std::size_t PeekSource::read(std::span<char> into) {
  if (taken_ == ahead_.size()) return below_->read(into);
  const std::size_t size = std::min(into.size(), ahead_.size() - taken_);
  std::copy_n(ahead_.data() + taken_, size, into.data());
  taken_ += size;
  return size;
}

std::string read_all(ByteSource& source, std::size_t limit_bytes) {
  std::string all;
  constexpr std::size_t step = 256u << 10;
  while (all.size() <= limit_bytes) {
    const std::size_t had = all.size();
    all.resize(std::min(had + std::max(step, had / 2), limit_bytes + 1));
    const std::size_t got = source.read(std::span(all).subspan(had));
    all.resize(had + got);
    if (got == 0) break;
  }
  return all;
}

}  // namespace hearsay
