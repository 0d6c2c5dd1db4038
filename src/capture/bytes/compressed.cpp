// libzstd behind ByteSource, and the choice by the first bytes. Frames that follow each other are one stream.
#include "capture/bytes/compressed.h"

#include "capture/bytes/bomb_guard.h"
#include "capture/bytes/gzip.h"

#include <zstd.h>

#include <algorithm>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t block_bytes = 256u << 10;

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
      if (ZSTD_isError(result) && !inside_ && any_) return read_over(had);
      if (ZSTD_isError(result)) throw Unreadable(std::string("is broken Zstandard data: ") + ZSTD_getErrorName(result));
      inside_ = result != 0;
      any_ = any_ || result == 0;
      guard_.add(in_.pos - had, out.pos);
    }
    return out.pos;
  }

  std::string remark() const override {
    return followed_ ? "has bytes after its Zstandard data that are not read" : std::string();
  }

 private:
  // What stands behind the last frame; noughts are padding.
  std::size_t read_over(std::size_t from) {
    do {
      const auto* const bytes = static_cast<const char*>(in_.src);
      followed_ = followed_ || std::any_of(bytes + from, bytes + in_.size, [](char c) { return c != 0; });
      in_ = {block_.data(), below_->read(block_), 0};
      from = 0;
    } while (in_.size > 0);
    return 0;
  }

  std::unique_ptr<ByteSource> below_;
  std::vector<char> block_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  BombGuard guard_;
  bool inside_ = false;    // a frame
  bool any_ = false;       // frame has been read
  bool followed_ = false;  // by something else
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
