// What a claim says in its sentence, as a vector.
#pragma once

#include "dissect/encoder/encoder.h"
#include "itemise/words/sentence_readings.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace hearsay {

inline constexpr std::size_t sense_size = 128;

// A vector of length 1, in whole numbers: 1 is `sense_one`. All zero where nothing is known of a claim.
using Sense = std::array<std::int16_t, sense_size>;
inline constexpr std::int32_t sense_one = 8192;

// The cosine of two senses in thousandths, -1000 to 1000; 0 when either is all zero. Exact, so that it is the same on
// every machine.
std::int32_t sense_likeness(const Sense& a, const Sense& b);

// The mean of what the encoder makes of the pieces of a claim's words, in the sentence in which it begins. All zero for
// a claim without a word in it.
Sense sense_of(Span claim, const SentenceReadings& readings, const Encoder& encoder);

}  // namespace hearsay
