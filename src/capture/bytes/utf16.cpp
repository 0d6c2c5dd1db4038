// Unit by unit: a converter of ICU keeps more state over the ends of blocks than this.
#include "capture/bytes/utf16.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace hearsay {

namespace {

class Utf16Source : public ByteSource {
 public:
  explicit Utf16Source(ByteSource& below) : below_(below) {}

  std::size_t read(std::span<char> into) override {
    while (taken_ == text_.size() && !ended_) fill();
    const std::size_t size = std::min(into.size(), text_.size() - taken_);
    std::copy_n(text_.data() + taken_, size, into.data());
    taken_ += size;
    return size;
  }

 private:
  void fill() {
    text_.clear();
    taken_ = 0;
    const std::size_t got = below_.read(block_);
    for (std::size_t i = 0; i < got; ++i) take(static_cast<unsigned char>(block_[i]));
    if (got > 0) return;
    ended_ = true;
    if (high_ || odd_) append_utf8(text_, 0xFFFD);
  }

  void take(unsigned char byte) {
    odd_ = !odd_;
    if (odd_) {
      first_ = byte;
      return;
    }
    if (!marked_) {  // the first two bytes tell the order
      marked_ = true;
      big_ = first_ == 0xFE;
      return;
    }
    take_unit(static_cast<char32_t>(big_ ? first_ << 8 | byte : byte << 8 | first_));
  }

  void take_unit(char32_t unit) {
    const bool trails = unit >= 0xDC00 && unit < 0xE000;
    const char32_t high = std::exchange(high_, 0);
    if (high && trails) return append_utf8(text_, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
    if (high) append_utf8(text_, 0xFFFD);
    if (unit >= 0xD800 && unit < 0xDC00)
      high_ = unit;
    else
      append_utf8(text_, unit);  // half of a character as U+FFFD
  }

  ByteSource& below_;
  std::array<char, 16384> block_;
  std::string text_;
  std::size_t taken_ = 0;  // of text_
  char32_t high_ = 0;      // the first half of a character
  unsigned first_ = 0;     // byte of a unit
  bool odd_ = false;       // so many bytes have come
  bool marked_ = false;
  bool big_ = false;
  bool ended_ = false;
};

}  // namespace

bool is_utf16(std::string_view start) {
  const bool is_utf32 = start.size() >= 4 && start[2] == '\0' && start[3] == '\0';
  return start.starts_with("\xFE\xFF") || (start.starts_with("\xFF\xFE") && !is_utf32);
}

std::unique_ptr<ByteSource> from_utf16(ByteSource& below) { return std::make_unique<Utf16Source>(below); }

}  // namespace hearsay
