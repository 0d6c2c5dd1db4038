// gzip (RFC 1952), whose members follow each other as archives have them.
#pragma once

#include "capture/bytes/bomb_guard.h"
#include "capture/bytes/byte_source.h"

#include <zlib.h>

#include <cstddef>
#include <memory>
#include <string>

struct libdeflate_decompressor;

namespace hearsay {

// What another source holds, unpacked. read() throws Unreadable when the data is cut short, unpacks too far, or is no
// gzip at all, and BrokenPart after a broken member; then it can be called again and goes on with the next member.
// What stands behind the last member, other than noughts, is not read; remark() tells it.
// It is fastest when the buffer holds a whole unpacked member.
class GzipSource : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> below);
  ~GzipSource() override;
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  std::size_t read(std::span<char> into) override;
  std::string remark() const override;

 private:
  bool begin_member();
  void look_behind();
  bool have(std::size_t bytes);
  void take(std::size_t bytes);
  std::size_t unpack_whole(std::span<char> into);
  void begin_pieces();
  std::size_t unpack_piece(std::span<char> into);
  void go_back();

  std::unique_ptr<ByteSource> below_;
  std::unique_ptr<char[]> block_;
  z_stream stream_{};   // its next_in and avail_in are what is left of the block, whoever unpacks it
  bool begun_ = false;  // the stream
  std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> whole_;
  BombGuard guard_;
  enum class Inside { nothing, new_member, member } inside_ = Inside::nothing;
  bool any_ = false;         // member has begun
  Bytef* member_ = nullptr;  // one past the beginning of the member, or the block's beginning
  std::size_t read_ = 0;
  std::size_t gone_back_ = 0;
  bool followed_ = false;   // by something else than gzip
  bool searching_ = false;  // for the next member, after a broken one
};

}  // namespace hearsay
