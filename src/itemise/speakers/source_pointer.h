// Who says the words of a span, by a reader of its whole sentence: a pointer from the span to the words that name its
// source (models/source_pointer.md).
#pragma once

#include "base/span.h"
#include "dissect/encoder/encoder.h"
#include "itemise/words/sentence_readings.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// All in thousandths; together they are about 1,000.
struct PointedSource {
  std::vector<std::int32_t> at;  // of each piece that was read: that it is among the words that name the source
  std::int32_t elsewhere = 0;    // that somebody says it whom the sentence does not name
  std::int32_t nobody = 0;       // that it is told in the outlet's own voice

  // That the source is named by these words of the sentence: the sum over their pieces, and the highest of them.
  struct Share {
    std::int32_t sum = 0, peak = 0;
  };
  Share share_of(SentenceReading::Pieces words) const;
};

// Const after loading, shared by all threads.
class SourcePointer {
 public:
  // The sections are those of an EncoderBranch, the linear layers query (of a span: the mean of its vectors and the
  // first of them) and key (of a piece), and nobody.weight f32, nobody.bias f32 with a row for `nobody` and one for
  // `elsewhere`. Uses the file in place: `bytes` must stay. Throws std::runtime_error, naming the file, when it is
  // broken.
  SourcePointer(std::string_view bytes, std::string name, std::size_t width);

  const EncoderBranch& branch() const { return branch_; }

  // Of each of the spans, which are pieces of the sentence that has been read with the branch; an empty span gets
  // nothing but zeros.
  std::vector<PointedSource> point(const EncodedSentence& sentence,
                                   std::span<const SentenceReading::Pieces> spans) const;

 private:
  explicit SourcePointer(const ModelFile& file, std::size_t width);

  std::vector<float> query_of(std::span<const float> vectors, SentenceReading::Pieces span) const;

  std::size_t width_;
  EncoderBranch branch_;
  ByteLayer query_, key_;
  std::span<const float> nobody_, nobody_bias_;
};

}  // namespace hearsay
