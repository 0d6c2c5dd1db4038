// zlib and libzstd behind ByteSource. Members and frames that follow each other are one stream, as archives use them.
#include "capture/compressed.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t block_bytes = 256u << 10;

// Counts what goes in and comes out.
class BombGuard {
 public:
  void add(std::size_t packed, std::size_t unpacked) {
    packed_ += packed;
    unpacked_ += unpacked;
    if (unpacked_ > (64u << 20) && unpacked_ / 300 > packed_)
      throw Unreadable("unpacks to more than 300 times its size, as no text does");
  }

 private:
  std::size_t packed_ = 0;
  std::size_t unpacked_ = 0;
};

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> below) : below_(std::move(below)), block_(block_bytes) {
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  std::size_t read(std::span<char> into) override {
    if (into.empty()) return 0;
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(into.size(), 1u << 30));
    const auto space = stream_.avail_out;
    while (stream_.avail_out == space) {
      if (!inside_ && !begin_member()) return 0;
      const bool more = fill();
      const auto had = stream_.avail_in;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      guard_.add(had - stream_.avail_in, 0);
      if (result == Z_STREAM_END) {
        inside_ = false;
      } else if (result != Z_OK) {
        inside_ = false;
        if (!more) throw Unreadable("is gzip that is cut short");
        go_back();
        throw BrokenPart("is broken gzip");
      }
    }
    guard_.add(0, space - stream_.avail_out);
    return space - stream_.avail_out;
  }

 private:
  bool fill() {
    if (stream_.avail_in > 0) return true;
    const std::size_t got = below_->read(block_);
    stream_.next_in = reinterpret_cast<Bytef*>(block_.data());
    stream_.avail_in = static_cast<uInt>(got);
    member_ = stream_.next_in;
    read_ += got;
    return got > 0;
  }

  // A broken member may have swallowed the beginning of the next, so that is looked for from its own beginning on, as
  // far as the block goes back; not for longer than reading takes, should somebody have made the breaks.
  void go_back() {
    searching_ = true;
    const auto swallowed = static_cast<std::size_t>(stream_.next_in - member_);
    if (gone_back_ + swallowed > read_) return;
    gone_back_ += swallowed;
    stream_.next_in = member_;
    stream_.avail_in += static_cast<uInt>(swallowed);
  }

  // Is there another member? The first must be one. What follows the last one (padding) is left alone; after a broken
  // one the next is looked for by the three bytes that each begins with.
  bool begin_member() {
    const auto begins = [this] {
      const auto* bytes = stream_.next_in;
      return bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == Z_DEFLATED;
    };
    while (fill_three()) {
      if (begins()) {
        inflateReset(&stream_);
        member_ = stream_.next_in + 1;
        searching_ = false;
        return inside_ = any_ = true;
      }
      if (!any_) throw Unreadable("is broken gzip");
      if (!searching_) return false;
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (!any_) throw Unreadable("is gzip that is cut short");
    return false;
  }

  // Brings at least three bytes into the block; false when there are no more.
  bool fill_three() {
    while (stream_.avail_in < 3) {
      std::copy_n(stream_.next_in, stream_.avail_in, block_.data());
      const std::size_t got = below_->read(std::span(block_).subspan(stream_.avail_in));
      stream_.next_in = reinterpret_cast<Bytef*>(block_.data());
      stream_.avail_in += static_cast<uInt>(got);
      read_ += got;
      if (got == 0) return false;
    }
    return true;
  }

  std::unique_ptr<ByteSource> below_;
  std::vector<char> block_;
  z_stream stream_{};
  BombGuard guard_;
  bool inside_ = false;      // a member
  bool any_ = false;         // member has begun
  Bytef* member_ = nullptr;  // one past the beginning of the member, or the block's beginning
  std::size_t read_ = 0;
  std::size_t gone_back_ = 0;
  bool searching_ = false;  // for the next member, after a broken one
};

class ZstdSource : public ByteSource {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> below)
      : below_(std::move(below)), block_(block_bytes), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {
    if (!stream_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, 27);  // 128 MB at the most
  }

  std::size_t read(std::span<char> into) override {
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    while (out.pos == 0 && !into.empty()) {
      if (in_.pos == in_.size) {
        const std::size_t got = below_->read(block_);
        in_ = {block_.data(), got, 0};
        if (got == 0 && !inside_) return 0;
        if (got == 0) throw Unreadable("is Zstandard data that is cut short");
      }
      const std::size_t had = in_.pos;
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in_);
      if (ZSTD_isError(result)) throw Unreadable(std::string("is broken Zstandard data: ") + ZSTD_getErrorName(result));
      inside_ = result != 0;
      guard_.add(in_.pos - had, out.pos);
    }
    return out.pos;
  }

 private:
  std::unique_ptr<ByteSource> below_;
  std::vector<char> block_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  BombGuard guard_;
  bool inside_ = false;  // a frame
};

}  // namespace

std::unique_ptr<PeekSource> unpacked(std::unique_ptr<ByteSource> source) {
  auto peeked = std::make_unique<PeekSource>(std::move(source));
  for (int layer = 0; layer < 2; ++layer) {
    const std::string_view start = peeked->peek(4);
    if (start.starts_with("\x1F\x8B"))
      peeked = std::make_unique<PeekSource>(std::make_unique<GzipSource>(std::move(peeked)));
    else if (start == "\x28\xB5\x2F\xFD")
      peeked = std::make_unique<PeekSource>(std::make_unique<ZstdSource>(std::move(peeked)));
    else
      break;
  }
  return peeked;
}

}  // namespace hearsay
