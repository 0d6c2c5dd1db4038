// Two libraries. libdeflate takes a third of zlib's time, but wants all of a member and space for what it unpacks to:
// so it is for members that lie whole in the block that was read, and fit into what the caller offers, as the records
// of an archive do. Where it fails, for whatever reason, zlib begins the member again and goes through it piece by
// piece; it alone says what is broken.
#include "capture/bytes/gzip.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace hearsay {

namespace {

constexpr std::size_t block_bytes = 512u << 10;
// A member is likely to lie whole in so much of the block.
constexpr std::size_t ahead_bytes = 256u << 10;
// Less space than this is hardly enough for a page.
constexpr std::size_t least_space_bytes = 64u << 10;

}  // namespace

GzipSource::GzipSource(std::unique_ptr<ByteSource> below)
    : below_(std::move(below)),
      block_(std::make_unique_for_overwrite<char[]>(block_bytes)),
      whole_(libdeflate_alloc_decompressor(), libdeflate_free_decompressor) {
  if (!whole_) throw std::bad_alloc();
  stream_.next_in = reinterpret_cast<Bytef*>(block_.get());
}

GzipSource::~GzipSource() {
  if (begun_) inflateEnd(&stream_);
}

std::size_t GzipSource::read(std::span<char> into) {
  if (into.empty()) return 0;
  for (;;) {
    if (inside_ == Inside::nothing && !begin_member()) return 0;
    std::size_t unpacked = 0;
    if (inside_ == Inside::new_member) {
      unpacked = unpack_whole(into);
      if (inside_ == Inside::new_member) begin_pieces();
    } else {
      unpacked = unpack_piece(into);
    }
    if (unpacked > 0) return unpacked;
  }
}

// Is there another member? The first must be one. What follows the last one is left alone; after a broken one the next
// is looked for by the three bytes that each begins with.
bool GzipSource::begin_member() {
  const auto begins = [this] {
    const auto* bytes = stream_.next_in;
    return bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == Z_DEFLATED;
  };
  while (have(3)) {
    if (begins()) {
      inside_ = Inside::new_member;
      searching_ = false;
      return any_ = true;
    }
    if (!any_) throw Unreadable("is broken gzip");
    if (!searching_) break;
    take(1);
  }
  if (!any_) throw Unreadable("is gzip that is cut short");
  look_behind();
  return false;
}

// Noughts behind the last member are padding, as tapes and some archives have it.
void GzipSource::look_behind() {
  while (!followed_ && !searching_ && have(1)) {
    followed_ = *stream_.next_in != 0;
    take(1);
  }
}

std::string GzipSource::remark() const {
  return followed_ ? "has bytes after its gzip data that are not read" : std::string();
}

// Brings at least so many bytes into the block; false when there are no more.
bool GzipSource::have(std::size_t bytes) {
  while (stream_.avail_in < bytes) {
    std::memmove(block_.get(), stream_.next_in, stream_.avail_in);
    stream_.next_in = reinterpret_cast<Bytef*>(block_.get());
    const std::size_t got = below_->read({block_.get() + stream_.avail_in, block_bytes - stream_.avail_in});
    stream_.avail_in += static_cast<uInt>(got);
    read_ += got;
    if (got == 0) return false;
  }
  return true;
}

void GzipSource::take(std::size_t bytes) {
  stream_.next_in += bytes;
  stream_.avail_in -= static_cast<uInt>(bytes);
}

// All of a member at once. Leaves it as it is when that cannot be.
std::size_t GzipSource::unpack_whole(std::span<char> into) {
  if (into.size() < least_space_bytes) return 0;
  have(ahead_bytes);
  std::size_t packed = 0;
  std::size_t unpacked = 0;
  if (libdeflate_gzip_decompress_ex(whole_.get(), stream_.next_in, stream_.avail_in, into.data(), into.size(), &packed,
                                    &unpacked) != LIBDEFLATE_SUCCESS)
    return 0;
  take(packed);
  inside_ = Inside::nothing;
  guard_.add(packed, unpacked);
  return unpacked;
}

void GzipSource::begin_pieces() {
  const int result = begun_ ? inflateReset(&stream_) : inflateInit2(&stream_, 15 + 16);
  if (result != Z_OK) throw std::bad_alloc();
  begun_ = true;
  member_ = stream_.next_in + 1;
  inside_ = Inside::member;
}

// Some of the member that is being read; nothing at its end.
std::size_t GzipSource::unpack_piece(std::span<char> into) {
  stream_.next_out = reinterpret_cast<Bytef*>(into.data());
  stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(into.size(), 1u << 30));
  const auto space = stream_.avail_out;
  while (inside_ == Inside::member && stream_.avail_out == space) {
    const bool at_front = stream_.avail_in == 0;
    const bool more = have(1);
    if (at_front) member_ = stream_.next_in;
    const auto had = stream_.avail_in;
    const int result = inflate(&stream_, Z_NO_FLUSH);
    guard_.add(had - stream_.avail_in, 0);
    if (result == Z_OK) continue;
    inside_ = Inside::nothing;
    if (result == Z_STREAM_END) break;
    if (!more) throw Unreadable("is gzip that is cut short");
    go_back();
    throw BrokenPart("is broken gzip");
  }
  guard_.add(0, space - stream_.avail_out);
  return space - stream_.avail_out;
}

// A broken member may have swallowed the beginning of the next, so that is looked for from its own beginning on, as far
// as the block goes back; not for longer than reading takes, should somebody have made the breaks.
void GzipSource::go_back() {
  searching_ = true;
  const auto swallowed = static_cast<std::size_t>(stream_.next_in - member_);
  if (gone_back_ + swallowed > read_) return;
  gone_back_ += swallowed;
  stream_.next_in = member_;
  stream_.avail_in += static_cast<uInt>(swallowed);
}

}  // namespace hearsay
