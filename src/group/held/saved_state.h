// Reading and writing of state with one description of its fields for both ways.
#pragma once

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <istream>
#include <ostream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace hearsay {

// Long lists are read and written so many values at a time.
template <class Value>
constexpr std::size_t saved_block = (1U << 20) / sizeof(Value) + 1;

// Types describe themselves by `template <class Archive> void fields(Archive& a) { a(first_, second_); }`.
// Plain values are written as they lie in memory (little endian machines only, which the header of a state says).
class StateWriter {
 public:
  explicit StateWriter(std::ostream& stream) : stream_(stream) {}

  // Of everything written so far; a reader that has read the same has the same.
  std::uint64_t digest() const { return digest_; }

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }

 private:
  template <class T>
  void one(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>)
      bytes(&value, sizeof value);
    else
      value.fields(*this);
  }
  void bytes(const void* from, std::size_t size) {
    stream_.write(static_cast<const char*>(from), static_cast<std::streamsize>(size));
    digest_ = XXH3_64bits_withSeed(from, size, digest_);
  }
  void size_of(std::uint64_t size) { bytes(&size, sizeof size); }
  void one(std::string& text) { write_plain(text); }
  // In the reader's blocks, for the digest's sake.
  template <class List>
  void write_plain(const List& list) {
    using Value = typename List::value_type;
    size_of(list.size());
    constexpr std::size_t block = saved_block<Value>;
    for (std::size_t i = 0; i < list.size(); i += block)
      bytes(list.data() + i, std::min(block, list.size() - i) * sizeof(Value));
  }
  template <class T>
  void one(std::vector<T>& list) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      write_plain(list);
    } else {
      size_of(list.size());
      for (T& value : list) one(value);
    }
  }

  template <class T>
  void one(std::deque<T>& list) {
    size_of(list.size());
    for (T& value : list) one(value);
  }

  std::ostream& stream_;
  std::uint64_t digest_ = 0;
};

// Throws std::runtime_error where the stream ends early or holds a size it cannot have.
class StateReader {
 public:
  explicit StateReader(std::istream& stream) : stream_(stream) {}

  std::uint64_t digest() const { return digest_; }

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }

 private:
  void bytes(void* into, std::size_t size) {
    if (!stream_.read(static_cast<char*>(into), static_cast<std::streamsize>(size))) {
      throw std::runtime_error("the saved state ends early");
    }
    digest_ = XXH3_64bits_withSeed(into, size, digest_);
  }
  std::uint64_t size_of() {
    std::uint64_t size = 0;
    bytes(&size, sizeof size);
    return size;
  }
  template <class T>
  void one(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>)
      bytes(&value, sizeof value);
    else
      value.fields(*this);
  }
  void one(bool& value) {  // as a byte first: a bool of any other byte than 0 or 1 may not even be looked at
    std::uint8_t byte = 0;
    bytes(&byte, sizeof byte);
    if (byte > 1) throw std::runtime_error("the saved state is damaged");
    value = byte == 1;
  }
  void one(std::string& text) { read_plain(text); }
  template <class T>
  void one(std::vector<T>& list) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      read_plain(list);
    } else {
      list.clear();
      for (std::uint64_t left = size_of(); left > 0; --left) one(list.emplace_back());
    }
  }
  template <class T>
  void one(std::deque<T>& list) {
    list.clear();
    for (std::uint64_t left = size_of(); left > 0; --left) one(list.emplace_back());
  }
  // Grows as the bytes come, so that a damaged size cannot ask for all of the memory at once.
  template <class List>
  void read_plain(List& list) {
    using Value = typename List::value_type;
    constexpr std::uint64_t block = saved_block<Value>;
    list.clear();
    for (std::uint64_t left = size_of(); left > 0;) {
      const std::uint64_t now = left < block ? left : block;
      const std::size_t before = list.size();
      list.resize(before + now);
      bytes(list.data() + before, now * sizeof(Value));
      left -= now;
    }
    list.shrink_to_fit();
  }

  std::istream& stream_;
  std::uint64_t digest_ = 0;
};

}  // namespace hearsay
