// An article's sentences as the encoder reads them, for whatever is asked of the words of a claim where they stand.
#pragma once

#include "clean/articles/article.h"
#include "dissect/encoder/encoder.h"
#include "extract/marks.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace hearsay {

struct SentenceReading {
  std::size_t begin = 0;          // its first byte in the text
  std::vector<WordPiece> pieces;  // their bytes count from there
  EncodedSentence encoded;

  // The pieces that a span of the text touches: the first and the one behind the last. Of those that the encoder reads
  // only; none is {n, n}.
  struct Pieces {
    std::size_t first = 0, behind = 0;
    bool empty() const { return first >= behind; }
  };
  Pieces pieces_of(Span span) const;
};

class SentenceReadings {
 public:
  // Reads those sentences in which a span begins. Spans outside of all sentences are passed over.
  SentenceReadings(const Article& article, const Marks& marks, std::span<const Span> spans, const Encoder& encoder,
                   const EncoderBranch& branch);

  // The sentence in which a span begins; null when that was not read.
  const SentenceReading* at(Span span) const;

 private:
  const Marks& marks_;
  std::map<std::size_t, SentenceReading> by_number_;
};

}  // namespace hearsay
