// A bi-encoder in the manner of Sentence-BERT (Reimers and Gurevych 2019): each sentence is encoded once, however many
// claims it is compared with. Which claims are near each other was learned from annotated stories (models/encoder.md).
#include "itemise/sense.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace hearsay {

namespace {

Sense in_whole_numbers(const std::vector<float>& vector) {
  Sense sense{};
  for (std::size_t i = 0; i < std::min(vector.size(), sense_size); ++i)
    sense[i] = static_cast<std::int16_t>(std::lround(vector[i] * sense_one));
  return sense;
}

}  // namespace

std::int32_t sense_likeness(const Sense& a, const Sense& b) {
  std::int32_t product = 0;  // at most sense_one squared, which fits
  for (std::size_t i = 0; i < sense_size; ++i) product += static_cast<std::int32_t>(a[i]) * b[i];
  constexpr std::int32_t unit = sense_one * sense_one / 1000;
  return product / unit;
}

Sense sense_of(Span claim, const SentenceReadings& readings, const Encoder& encoder) {
  const SentenceReading* const sentence = readings.at(claim);
  if (sentence == nullptr) return {};
  const auto [first, behind] = sentence->pieces_of(claim);
  if (first >= behind) return {};
  const std::size_t width = encoder.width();
  const std::span<const float> all = sentence->encoded.pieces;
  return in_whole_numbers(encoder.meaning(all.subspan(first * width, (behind - first) * width)));
}

}  // namespace hearsay
