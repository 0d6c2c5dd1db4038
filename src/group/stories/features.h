// What an article is about, as weighed words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

// A word that says what an article is about. In a list they are in order of `stem`, each once.
struct Feature {
  std::uint32_t stem = 0;  // stem_hash
  float weight = 0;
};

// The `most` heaviest, of equal weight those of the lower stems; in the order they had.
std::vector<Feature> heaviest(const std::vector<Feature>& features, std::size_t most);

// Scales the features to unit length and keeps the `most` heaviest.
void normalise(std::vector<Feature>& features, std::size_t most);

// The sum of the products of the features that both have.
float dot(const std::vector<Feature>& a, const std::vector<Feature>& b);

}  // namespace hearsay
