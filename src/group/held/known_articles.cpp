#include "group/held/known_articles.h"

#include <xxhash.h>

#include <cstddef>

namespace hearsay {

std::uint64_t KnownArticles::fingerprint(std::string_view id, std::string_view text) {
  return XXH3_64bits_withSeed(text.data(), text.size(), XXH3_64bits(id.data(), id.size()));
}

void KnownArticles::add(std::uint64_t fingerprint) {
  numbers_.push_back(next_++);
  fingerprints_.push_back(fingerprint);
}

void KnownArticles::keep_only(std::span<const std::uint32_t> numbers) {
  std::size_t kept = 0;
  std::size_t at = 0;
  for (const std::uint32_t number : numbers) {
    while (at < numbers_.size() && numbers_[at] < number) ++at;
    if (at == numbers_.size() || numbers_[at] != number) continue;
    numbers_[kept] = number;
    fingerprints_[kept++] = fingerprints_[at++];
  }
  numbers_.resize(kept);
  fingerprints_.resize(kept);
}

}  // namespace hearsay
