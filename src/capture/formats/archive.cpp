// Over libarchive, of which only the readers of tar and zip are used: what is packed as a whole is unpacked before it
// comes here. Reads forward only and keeps no more than a block and a header, whose names it limits to 1 MB; archives
// in several volumes are not read, nor the list at the end of a zip archive.
#include "capture/formats/archive.h"

#include "capture/bytes/bomb_guard.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <exception>
#include <filesystem>
#include <utility>

namespace hearsay {

// libarchive's reader with the source that it asks for bytes. What the source throws must not pass through libarchive,
// so it is kept and thrown again on the other side.
class ArchiveReader::Archive {
 public:
  explicit Archive(ByteSource& source) : source_(source), reader_(archive_read_new()) {
    archive_read_support_format_tar(reader_.get());
    archive_read_support_format_zip_streamable(reader_.get());
    check(archive_read_open(reader_.get(), this, nullptr, read_source, nullptr));
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // Nothing at the end.
  archive_entry* next() {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader_.get(), &entry);
    if (result == ARCHIVE_EOF) return nullptr;
    check(result);
    return entry;
  }

  std::size_t read(std::span<char> into) {
    const la_ssize_t got = archive_read_data(reader_.get(), into.data(), into.size());
    if (got < 0) fail(got == ARCHIVE_WARN ? "is damaged" : "is a broken archive");  // of data a warning costs the file
    guard_.add(std::exchange(taken_, 0), static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }

 private:
  static la_ssize_t read_source(archive*, void* self, const void** bytes) {
    Archive& here = *static_cast<Archive*>(self);
    *bytes = here.block_.data();
    try {
      const std::size_t got = here.source_.read(here.block_);
      here.taken_ += got;
      return static_cast<la_ssize_t>(got);
    } catch (...) {
      here.failure_ = std::current_exception();
      return -1;
    }
  }

  // A warning (a name in another encoding) is no reason to stop.
  void check(int result) const {
    if (failure_ || (result != ARCHIVE_OK && result != ARCHIVE_WARN)) fail("is a broken archive");
  }

  [[noreturn]] void fail(std::string what) const {
    if (failure_) std::rethrow_exception(failure_);
    const char* const reason = archive_error_string(reader_.get());
    throw Unreadable(std::move(what) + (reason ? " (" + std::string(reason) + ")" : std::string()));
  }

  struct Free {
    void operator()(archive* reader) const { archive_read_free(reader); }
  };

  ByteSource& source_;
  std::unique_ptr<archive, Free> reader_;  // freed also where opening throws
  std::exception_ptr failure_;
  std::size_t taken_ = 0;  // bytes of the source since the guard was told
  BombGuard guard_;
  std::array<char, 16384> block_;
};

class ArchiveReader::Entry : public ByteSource {
 public:
  explicit Entry(Archive& archive) : archive_(archive) {}
  std::size_t read(std::span<char> into) override { return archive_.read(into); }

 private:
  Archive& archive_;
};

namespace {

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);  // bytes of another encoding, as they stand
  return name ? std::filesystem::path(name).lexically_normal().string() : std::string();
}

// Why an entry is not read; null for a file.
const char* reason_against(archive_entry* entry) {
  const auto type = archive_entry_filetype(entry);
  const bool is_hard_link = archive_entry_hardlink(entry) || type == 0;  // to a file, or to nothing
  if (type == AE_IFLNK || is_hard_link) return "is a link, which is not read in an archive";
  if (type == AE_IFIFO) return "is a pipe, which is not read in an archive";
  return type == AE_IFREG ? nullptr : "is a device, which is not read in an archive";
}

}  // namespace

ArchiveReader::ArchiveReader(ByteSource& source, OnLeftOut on_left_out)
    : archive_(std::make_unique<Archive>(source)), on_left_out_(std::move(on_left_out)) {}
ArchiveReader::~ArchiveReader() = default;

std::optional<std::string> ArchiveReader::next() {
  while (archive_entry* const entry = archive_->next()) {
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    const char* const reason = reason_against(entry);
    if (!reason) return name_of(entry);
    if (on_left_out_) on_left_out_(name_of(entry), reason);
  }
  return std::nullopt;
}

std::unique_ptr<ByteSource> ArchiveReader::open() { return std::make_unique<Entry>(*archive_); }

bool is_tar(std::string_view start) {
  if (start.size() < 512 || !start.substr(257).starts_with("ustar")) return false;
  archive* const reader = archive_read_new();
  archive_read_support_format_tar(reader);
  const bool opened = archive_read_open_memory(reader, start.data(), 512) == ARCHIVE_OK;  // looks at the checksum
  archive_read_free(reader);
  return opened;
}

// A zip archive without a file is only the list at its end.
bool is_zip(std::string_view start) { return start.starts_with("PK\3\4") || start.starts_with("PK\5\6"); }

bool leads_out(std::string_view name) { return name == ".." || name.starts_with("../"); }

bool is_hidden(std::string_view name) { return name.starts_with('.') || name.find("/.") != std::string_view::npos; }

}  // namespace hearsay
