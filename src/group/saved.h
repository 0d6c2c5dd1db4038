// Reading and writing of state with one description of its fields for both ways.
#pragma once

#include <cstdint>
#include <cstring>
#include <istream>
#include <ostream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace hearsay {

// Types describe themselves by `template <class Archive> void fields(Archive& a) { a(first_, second_); }`.
// Plain values are written as they lie in memory (little endian machines only, which the header of a state says).
class StateWriter {
 public:
  explicit StateWriter(std::ostream& stream) : stream_(stream) {}

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }

 private:
  template <class T>
  void one(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>)
      stream_.write(reinterpret_cast<const char*>(&value), sizeof value);
    else
      value.fields(*this);
  }
  void size_of(std::uint64_t size) { stream_.write(reinterpret_cast<const char*>(&size), sizeof size); }
  void one(std::string& text) {
    size_of(text.size());
    stream_.write(text.data(), static_cast<std::streamsize>(text.size()));
  }
  template <class T>
  void one(std::vector<T>& list) {
    size_of(list.size());
    if constexpr (std::is_trivially_copyable_v<T>)
      stream_.write(reinterpret_cast<const char*>(list.data()), static_cast<std::streamsize>(list.size() * sizeof(T)));
    else
      for (T& value : list) one(value);
  }

  std::ostream& stream_;
};

// Throws std::runtime_error where the stream ends early or holds a size it cannot have.
class StateReader {
 public:
  explicit StateReader(std::istream& stream) : stream_(stream) {}

  template <class... T>
  void operator()(T&... values) {
    (one(values), ...);
  }

 private:
  void bytes(void* into, std::size_t size) {
    if (!stream_.read(static_cast<char*>(into), static_cast<std::streamsize>(size))) {
      throw std::runtime_error("the saved state ends early");
    }
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
  // Grows as the bytes come, so that a damaged size cannot ask for all of the memory at once.
  template <class List>
  void read_plain(List& list) {
    using Value = typename List::value_type;
    constexpr std::uint64_t block = (1U << 20) / sizeof(Value) + 1;
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
};

}  // namespace hearsay
