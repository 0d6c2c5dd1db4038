// Layout: the number of words, their hashes (2 bytes each, little endian), then half bytes: a word's length, 1 to 15,
// where one character parts it from the word before; else 0, then gap and length each as half bytes of 3 bits, low bits
// first, with the fourth bit set where more follow.
#include "group/packed_words.h"

#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::uint32_t longest_short = 15;

class HalfWriter {
 public:
  explicit HalfWriter(std::string& bytes) : bytes_(bytes) {}
  void put(std::uint32_t half) {
    if (low_)
      bytes_ += static_cast<char>(half);
    else
      bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | (half << 4));
    low_ = !low_;
  }
  void put_long(std::uint32_t value) {
    for (; value > 7; value >>= 3) put((value & 7U) | 8U);
    put(value);
  }

 private:
  std::string& bytes_;
  bool low_ = true;
};

[[noreturn]] void fail() { throw std::runtime_error("the saved words of an article are damaged"); }

class HalfReader {
 public:
  explicit HalfReader(std::string_view bytes) : bytes_(bytes) {}
  std::uint32_t take() {
    if (at_ / 2 >= bytes_.size()) fail();
    const auto byte = static_cast<unsigned char>(bytes_[at_ / 2]);
    return at_++ % 2 == 0 ? byte & 15U : byte >> 4;
  }
  std::uint32_t take_long() {
    std::uint32_t value = 0;
    for (int shift = 0; shift < 32; shift += 3) {
      const std::uint32_t half = take();
      value |= (half & 7U) << shift;
      if (half < 8) return value;
    }
    fail();
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

void put_number(std::string& bytes, std::uint64_t value) {
  for (; value > 127; value >>= 7) bytes += static_cast<char>((value & 127U) | 128U);
  bytes += static_cast<char>(value);
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    if (bytes.empty()) fail();
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 127U) << shift;
    if (byte < 128) return value;
  }
  fail();
}

std::string pack_words(std::span<const std::uint16_t> words, std::span<const WordPlace> places) {
  std::string bytes;
  bytes.reserve(words.size() * 11 / 4 + 4);
  put_number(bytes, words.size());
  for (const std::uint16_t word : words) {
    bytes += static_cast<char>(word & 255U);
    bytes += static_cast<char>(word >> 8);
  }
  HalfWriter halves(bytes);
  std::uint32_t last = 0;
  for (const WordPlace& place : places) {
    const std::uint32_t gap = place.begin - last;
    const std::uint32_t length = place.end - place.begin;
    if (gap == 1 && length >= 1 && length <= longest_short) {
      halves.put(length);
    } else {
      halves.put(0);
      halves.put_long(gap);
      halves.put_long(length);
    }
    last = place.end;
  }
  bytes.shrink_to_fit();
  return bytes;
}

PlacedWords unpack_words(std::string_view bytes) {
  PlacedWords unpacked;
  const std::uint64_t count = take_number(bytes);
  if (count > bytes.size() / 2) fail();
  unpacked.words.reserve(count);
  unpacked.places.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto low = static_cast<unsigned char>(bytes[2 * i]);
    const auto high = static_cast<unsigned char>(bytes[2 * i + 1]);
    unpacked.words.push_back(static_cast<std::uint16_t>(low | (high << 8)));
  }
  HalfReader halves(bytes.substr(2 * count));
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t gap = 1;
    std::uint32_t length = halves.take();
    if (length == 0) {
      gap = halves.take_long();
      length = halves.take_long();
    }
    unpacked.places.push_back({last + gap, last + gap + length});
    last += gap + length;
  }
  return unpacked;
}

}  // namespace hearsay
