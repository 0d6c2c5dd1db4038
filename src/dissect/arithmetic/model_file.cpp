// Reads and writes the sections of a model. Nothing is copied on reading.
#include "dissect/arithmetic/model_file.h"

#include <cstring>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::string_view magic = "HEARSAYG";
constexpr std::uint32_t version = 1;
constexpr std::size_t alignment_bytes = 64;

struct Entry {
  char name[24];
  std::uint64_t offset;
  std::uint64_t bytes;
};

constexpr std::size_t head_bytes = magic.size() + 2 * sizeof(std::uint32_t);

}  // namespace

void ModelFile::refuse(const std::string& reason) const { throw std::runtime_error(name_ + ": " + reason); }

ModelFile::ModelFile(std::string_view bytes, std::string name) : name_(std::move(name)) {
  if (bytes.size() < head_bytes || !bytes.starts_with(magic)) refuse("is not a model of words and grammar");
  std::uint32_t numbers[2];
  std::memcpy(numbers, bytes.data() + magic.size(), sizeof numbers);
  if (numbers[0] != version) refuse("has another version than this program reads");
  if ((bytes.size() - head_bytes) / sizeof(Entry) < numbers[1]) refuse("is cut short");
  for (std::uint32_t i = 0; i < numbers[1]; ++i) {
    Entry entry;
    std::memcpy(&entry, bytes.data() + head_bytes + i * sizeof(Entry), sizeof entry);
    if (entry.offset > bytes.size() || entry.bytes > bytes.size() - entry.offset) refuse("is cut short");
    const std::string section(entry.name, strnlen(entry.name, sizeof entry.name));
    sections_[section] = bytes.substr(entry.offset, entry.bytes);
  }
}

std::string_view ModelFile::bytes_of(std::string_view name, std::size_t size, std::size_t alignment) const {
  const auto found = sections_.find(name);
  if (found == sections_.end()) refuse("lacks the section " + std::string(name));
  const std::string_view bytes = found->second;
  if (bytes.size() % size != 0) refuse("has a broken section " + std::string(name));
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignment != 0) refuse("does not lie on its boundary");
  return bytes;
}

std::string ModelWriter::bytes() const {
  const auto up = [](std::size_t n) { return (n + alignment_bytes - 1) / alignment_bytes * alignment_bytes; };
  std::string file(magic);
  const std::uint32_t numbers[2] = {version, static_cast<std::uint32_t>(sections_.size())};
  file.append(reinterpret_cast<const char*>(numbers), sizeof numbers);
  std::size_t offset = up(head_bytes + sections_.size() * sizeof(Entry));
  for (const auto& [name, data] : sections_) {
    if (name.size() > sizeof(Entry::name)) throw std::runtime_error("the name " + name + " is too long for a section");
    Entry entry{};
    std::memcpy(entry.name, name.data(), name.size());
    entry.offset = offset;
    entry.bytes = data.size();
    file.append(reinterpret_cast<const char*>(&entry), sizeof entry);
    offset = up(offset + data.size());
  }
  for (const auto& [name, data] : sections_) {
    file.resize(up(file.size()), '\0');
    file += data;
  }
  return file;
}

}  // namespace hearsay
