#include "itemise/words/word_kinds.h"

#include "base/resources.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace hearsay {

static_assert(std::endian::native == std::endian::little, "the table is read where it lies");

namespace {

// FNV-1a (Fowler, Noll and Vo).
std::uint32_t hashed(std::string_view word) {
  std::uint32_t value = 2166136261U;
  for (const char letter : word) value = (value ^ static_cast<unsigned char>(letter)) * 16777619U;
  return value;
}

}  // namespace

WordKinds::WordKinds(std::string_view bytes) {
  std::uint32_t count = 0;
  if (bytes.size() >= sizeof(count)) std::memcpy(&count, bytes.data(), sizeof(count));
  if (bytes.size() != sizeof(count) + std::size_t{count} * 6)
    throw std::runtime_error("models/word_kinds.bin is not a table of words");
  words_ = {reinterpret_cast<const std::uint32_t*>(bytes.data() + sizeof(count)), count};
  const auto* const kinds =
      reinterpret_cast<const std::uint8_t*>(bytes.data() + sizeof(count) + std::size_t{count} * 4);
  nouns_ = {kinds, count};
  verbs_ = {kinds + count, count};
}

std::uint8_t WordKinds::at(std::span<const std::uint8_t> kinds, std::string_view lemma) const {
  const std::uint32_t key = hashed(lemma);
  const auto found = std::lower_bound(words_.begin(), words_.end(), key);
  if (found == words_.end() || *found != key) return 0;
  return kinds[static_cast<std::size_t>(found - words_.begin())];
}

const WordKinds& word_kinds() {
  static const WordKinds kinds(resource("models/word_kinds.bin"));
  return kinds;
}

}  // namespace hearsay
