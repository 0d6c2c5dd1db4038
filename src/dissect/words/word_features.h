// What a word looks like, as numbers: the hashed features that the tagger and the parser know a word by.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hearsay {

// The word itself, its ends, its beginning and its shape, each a 64-bit hash that also holds which of them it is.
struct WordFeatures {
  static constexpr std::size_t count = 7;
  std::array<std::uint64_t, count> hashes;  // [0] is the word itself in small letters, digits made 0
};

// Features of a word as written. `first` says whether it begins its sentence, where a capital means little.
WordFeatures features_of(std::string_view word, bool first);

// A 64-bit hash of bytes, the same on every machine (FNV-1a with a final mix).
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed);

}  // namespace hearsay
