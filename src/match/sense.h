// What a claim says in its sentence, as a vector.
#pragma once

#include "clean/article.h"
#include "dissect/encoder.h"
#include "extract/marks.h"
#include "itemise/claims.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

inline constexpr std::size_t sense_size = 128;

// A vector of length 1, in whole numbers: 1 is `sense_one`. All zero where nothing is known of a claim.
using Sense = std::array<std::int16_t, sense_size>;
inline constexpr std::int32_t sense_one = 8192;

// The cosine of two senses in thousandths, -1000 to 1000; 0 when either is all zero. Exact, so that it is the same on
// every machine.
std::int32_t sense_likeness(const Sense& a, const Sense& b);

// Of each of an article's claims, in their order: the mean of what the encoder makes of the pieces of its words, read
// in the sentence in which it begins. All zero for a claim without a word in it.
std::vector<Sense> senses_of(const Article& article, const Marks& marks, std::span<const FoundClaim> claims,
                             const Encoder& encoder);

// The claims of each of a story's articles; they are by article.
std::vector<std::span<const FoundClaim>> claims_by_article(std::span<const FoundClaim> claims, std::size_t articles);

// Of all of a story's claims, which are by article, one article after the other.
std::vector<Sense> senses_of_story(std::span<const FoundClaim> claims, std::span<const Article> articles,
                                   std::span<const Marks> marks, const Encoder& encoder);

}  // namespace hearsay
