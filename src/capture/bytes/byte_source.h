// Where bytes come from: a file, standard input, memory, or a compressed stream over another source.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace hearsay {

// The largest thing held in memory in one piece: a file of one article, a line, an archived page. Larger ones are
// skipped and reported, so that memory stays bounded whatever arrives.
inline constexpr std::size_t largest_record_bytes = 32u << 20;

// Bytes that cannot be read; what() is the reason, worded to follow the file's name in a sentence.
struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A part of a stream that is broken; read() goes on after it when it is called again.
struct BrokenPart : Unreadable {
  using Unreadable::Unreadable;
};

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Fills the front of `into` and returns how many bytes came; 0 only at the end.
  // Throws Unreadable ("is a folder").
  virtual std::size_t read(std::span<char> into) = 0;

  // What to report of it once it was read to its end, worded like the reasons above; empty for most.
  virtual std::string remark() const { return {}; }
};

// Opens a file; "-" is standard input. Throws Unreadable ("does not exist").
std::unique_ptr<ByteSource> open_file(const std::string& path);

// Reads from bytes that outlive the source.
std::unique_ptr<ByteSource> open_memory(std::string_view bytes);

// Reads another source, and adds what it read to `bytes`, which must outlive it.
std::unique_ptr<ByteSource> counted(std::unique_ptr<ByteSource> source, std::atomic<std::uint64_t>& bytes);

// Reads another source, whose first bytes can be looked at before they are read.
class PeekSource : public ByteSource {
 public:
  explicit PeekSource(std::unique_ptr<ByteSource> below);

  // Up to `bytes` of what read() gives next; fewer only at the end. Valid until the next call.
  std::string_view peek(std::size_t bytes);

  std::size_t read(std::span<char> into) override;
  std::string remark() const override { return below_->remark(); }

 private:
  std::unique_ptr<ByteSource> below_;
  std::string ahead_;
  std::size_t taken_ = 0;  // of ahead_
};

// All of a source. Stops one byte beyond `limit_bytes`, so that the caller sees that there was more.
std::string read_all(ByteSource& source, std::size_t limit_bytes);

}  // namespace hearsay
