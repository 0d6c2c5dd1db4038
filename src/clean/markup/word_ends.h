// Short words as numbers, so that names can be looked up without comparing them letter by letter.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <type_traits>

namespace hearsay {

// A word of fewer than eight bytes as one number, its first byte lowest; of a longer one the first eight bytes and the
// last eight, which may overlap. Together with the size they distinguish all words of up to 16 bytes.
struct WordEnds {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::size_t size = 0;

  bool operator==(const WordEnds&) const = default;
};

// The bytes from `from` on as a number, the first lowest, on any machine.
template <class Number>
constexpr std::uint64_t load(std::string_view text, std::size_t from) {
  Number number = 0;
  if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
    for (std::size_t i = 0; i < sizeof number; ++i)
      number = static_cast<Number>(number | static_cast<Number>(static_cast<unsigned char>(text[from + i])) << (8 * i));
  } else {
    std::memcpy(&number, text.data() + from, sizeof number);
  }
  return number;
}

constexpr WordEnds ends_of(std::string_view word) {
  const std::size_t size = word.size();
  if (size >= 8) return {load<std::uint64_t>(word, 0), load<std::uint64_t>(word, size - 8), size};
  if (size >= 4) {
    const std::uint64_t last = load<std::uint32_t>(word, size - 4) << (8 * (size - 4));
    return {load<std::uint32_t>(word, 0) | last, 0, size};
  }
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < size; ++i) all |= load<std::uint8_t>(word, i) << (8 * i);
  return {all, 0, size};
}

// Eight bytes with the letters A to Z in lower case and everything else unchanged. All eight at once: the additions set
// a byte's highest bit if it is at least "A", and if it is beyond "Z".
constexpr std::uint64_t small_letters(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  const std::uint64_t low = eight & (0x7F * each);
  const std::uint64_t from_a = low + (0x80 - 'A') * each;
  const std::uint64_t beyond_z = low + (0x7F - 'Z') * each;
  return eight | (((from_a ^ beyond_z) & ~eight & (0x80 * each)) >> 2);
}

constexpr WordEnds small_letters(WordEnds word) {
  return {small_letters(word.first), small_letters(word.last), word.size};
}

// Spread over all 64 bits; the highest are the best.
constexpr std::uint64_t hash_of(WordEnds word) {
  const std::uint64_t both = (word.first * 0x9E3779B97F4A7C15u) ^ ((word.last + word.size) * 0xC2B2AE3D27D4EB4Fu);
  return (both ^ (both >> 32)) * 0x9E3779B97F4A7C15u;
}

// Which hashes may belong to a known word, as a quick filter: one bit each, possibly shared (a Bloom filter with one
// hash).
class KnownHashes {
 public:
  void add(std::uint64_t hash) { bits_[hash >> shift] = true; }
  bool may_hold(std::uint64_t hash) const { return bits_[hash >> shift]; }

 private:
  static constexpr int shift = 64 - 13;
  std::bitset<std::size_t{1} << 13> bits_;
};

// Values by names of up to 16 lower-case letters, known at compile time. `slots` is a power of two above the number of
// names.
template <class Value, std::size_t slots>
class NamesByEnds {
 public:
  // Pairs of name and value.
  template <class List>
  constexpr explicit NamesByEnds(const List& list) {
    for (const auto& [name, value] : list) {
      std::size_t at = place_of(ends_of(name));
      while (slots_[at].name.size > 0) at = (at + 1) % slots;
      slots_[at] = {ends_of(name), value};
    }
  }

  // By a name in upper or lower case.
  constexpr std::optional<Value> find(std::string_view written) const {
    if (written.empty() || written.size() > 16) return std::nullopt;
    const WordEnds name = small_letters(ends_of(written));
    for (std::size_t at = place_of(name); slots_[at].name.size > 0; at = (at + 1) % slots)
      if (slots_[at].name == name) return slots_[at].value;
    return std::nullopt;
  }

 private:
  struct Slot {
    WordEnds name;
    Value value{};
  };

  static constexpr std::size_t place_of(WordEnds name) {
    return static_cast<std::size_t>(hash_of(name) >> (64 - std::countr_zero(slots)));
  }

  std::array<Slot, slots> slots_{};
};

}  // namespace hearsay
