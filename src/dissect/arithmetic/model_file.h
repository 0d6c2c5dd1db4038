// The form of the weights in models/*.bin (grammar, lemmas, encoder, source_pointer, inference): named sections of
// numbers, each on a 64-byte boundary, read where they lie.
//
//   "HEARSAYG" | u32 version | u32 sections | for each: char name[24], u64 offset, u64 bytes | sections
//
// Little endian. Offsets count from the beginning of the file.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

class ModelFile {
 public:
  // Points into `bytes`, which must stay. Throws std::runtime_error, naming the file, when they are no such file.
  explicit ModelFile(std::string_view bytes, std::string name = "models/grammar.bin");

  const std::string& name() const { return name_; }

  // The numbers of a section. Throws std::runtime_error when there is no such section or its size is no multiple of
  // T's.
  template <typename T>
  std::span<const T> section(std::string_view name) const {
    const std::string_view bytes = bytes_of(name, sizeof(T), alignof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }

  // The same for a section of `count` numbers. Throws std::runtime_error when it has more or fewer, too.
  template <typename T>
  std::span<const T> section(std::string_view name, std::size_t count) const {
    const std::span<const T> numbers = section<T>(name);
    if (numbers.size() != count) refuse("has a section " + std::string(name) + " of another size");
    return numbers;
  }

 private:
  std::string_view bytes_of(std::string_view name, std::size_t size, std::size_t alignment) const;

  [[noreturn]] void refuse(const std::string& reason) const;

  std::string name_;
  std::map<std::string, std::string_view, std::less<>> sections_;
};

// Collects sections and puts the file together; used by the trainer and by tests.
class ModelWriter {
 public:
  template <typename T>
  void add(std::string name, const std::vector<T>& numbers) {
    sections_[std::move(name)] = std::string(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T));
  }
  std::string bytes() const;

 private:
  std::map<std::string, std::string> sections_;
};

}  // namespace hearsay
