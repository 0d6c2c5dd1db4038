// Cosines above a threshold by signatures (Charikar 2002): the signs of a vector's numbers as bits; only pairs with few
// bits different are multiplied out. A pair just above the threshold may be missed, which loses next to no likeness.
#include "match/word_partners.h"

#include "match/meaning.h"

#include <algorithm>
#include <bit>

namespace hearsay {

namespace {

constexpr float unlike = 0.4F;       // words of one subject that mean different things reach this cosine
constexpr double most_apart = 0.44;  // part of the bits that may differ; 0.37 is what the cosine gives on average

using Signature = std::vector<std::uint64_t>;

Signature signature_of(const std::vector<float>& vector) {
  Signature signature((vector.size() + 63) / 64, 0);
  for (std::size_t i = 0; i < vector.size(); ++i) {
    if (vector[i] > 0) signature[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  return signature;
}

std::size_t bits_apart(const Signature& a, const Signature& b) {
  std::size_t bits = 0;
  for (std::size_t i = 0; i < a.size(); ++i) bits += static_cast<std::size_t>(std::popcount(a[i] ^ b[i]));
  return bits;
}

}  // namespace

WordPartners::WordPartners(const std::vector<std::vector<float>>& meanings) : partners_(meanings.size()) {
  std::vector<std::uint32_t> words;
  std::vector<Signature> signatures;
  for (std::uint32_t w = 0; w < meanings.size(); ++w) {
    if (meanings[w].empty()) continue;
    words.push_back(w);
    signatures.push_back(signature_of(meanings[w]));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto most = static_cast<std::size_t>(most_apart * static_cast<double>(meanings[words[i]].size()));
    for (std::size_t j = i + 1; j < words.size(); ++j) {
      if (bits_apart(signatures[i], signatures[j]) > most) continue;
      const float cosine = hearsay::likeness(meanings[words[i]], meanings[words[j]]);
      if (cosine <= unlike) continue;
      const float likeness = std::min(1.0F, (cosine - unlike) / (1 - unlike));
      partners_[words[i]].push_back({words[j], likeness});
      partners_[words[j]].push_back({words[i], likeness});
    }
  }
  // Partners before a word were added in their own turns, in order, so that each list is sorted.
}

float WordPartners::best_of(std::uint32_t word, const std::vector<std::pair<std::uint32_t, float>>& others) const {
  if (word >= partners_.size()) return 0;
  float best = 0;
  auto at = partners_[word].begin();
  const auto end = partners_[word].end();
  for (const auto& [other, weight] : others) {
    at = std::lower_bound(at, end, other, [](const auto& partner, std::uint32_t w) { return partner.first < w; });
    if (at == end) break;
    if (at->first == other) best = std::max(best, at->second);
  }
  return best;
}

}  // namespace hearsay
