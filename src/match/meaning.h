// What words mean, as vectors: a static table distilled from a sentence model (models/meaning.md).
#pragma once

#include "dissect/encoder/word_pieces.h"

#include <string_view>
#include <vector>

namespace hearsay {

// The table. Const after loading, shared by all threads.
class Meaning {
 public:
  // Uses models/meaning.bin in place. Throws std::runtime_error when it is broken.
  Meaning();

  // The direction of the sum of the vectors of the text's word pieces, of length 1; all zero for a text without a known
  // word. Two texts are similar in meaning when the product of their vectors is near 1.
  std::vector<float> vector_of(std::string_view text) const;

 private:
  void add_word(std::string_view word, std::vector<float>& sum) const;

  PieceTable pieces_;
  std::size_t size_ = 0;
  const float* scales_ = nullptr;
  const signed char* vectors_ = nullptr;
};

// The cosine of two vectors that vector_of gave; 0 when either is all zero.
float likeness(const std::vector<float>& a, const std::vector<float>& b);

}  // namespace hearsay
