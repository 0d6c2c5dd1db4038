// What words mean where they stand: vectors of a sentence's word pieces by a small transformer (models/encoder.md).
#pragma once

#include "dissect/arithmetic/encoder_kernels.h"
#include "dissect/arithmetic/model_file.h"
#include "dissect/encoder/word_pieces.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// A transformer layer as a file holds it.
struct EncoderLayer {
  struct Norm {
    std::span<const float> gain, bias;
  };
  ByteLayer attended, gathered;  // queries, keys and values; what heads gathered
  Norm attention_norm;
  ByteLayer inner, outer;
  Norm norm;
};

// Reads the sections NAME.weight (columns of each row), .scale, .sums and .bias of a linear layer. Throws
// std::runtime_error, naming the file, when one is missing or of another size; rows and columns are multiples of 16.
ByteLayer read_byte_layer(const ModelFile& file, const std::string& name, std::size_t rows, std::size_t columns);

// Layers that read on from where the encoder has come after some of its own, for another question (models/
// source_pointer.md). The file has the sections from u32, the number of the encoder's layers that come before, and
// layers u32, then those of each layer as models/encoder.bin.
struct EncoderBranch {
  // Throws std::runtime_error, naming the file, when it is broken or does not fit vectors of that width.
  EncoderBranch(const ModelFile& file, std::size_t width);

  std::size_t from = 0;
  std::vector<EncoderLayer> layers;
};

// What the encoder makes of a sentence: vectors one after the other, width() numbers each.
struct EncodedSentence {
  std::vector<float> pieces;  // after the last layer; of pieces beyond longest_sentence zeros
  std::vector<float> branch;  // after the branch's last layer, of [CLS], the pieces that are read and [SEP]
};

// The encoder. Const after loading, shared by all threads; a sentence's vectors do not depend on what else is encoded
// with it, nor on the machine.
class Encoder {
 public:
  // A sentence is read up to so many pieces: what the model was taught, less its marks of begin and end.
  static constexpr std::size_t longest_sentence = 126;

  // Uses the file in place: `bytes` must stay. Throws std::runtime_error, naming the file, when it is broken.
  Encoder(std::string_view bytes, std::string name);

  // Cuts a sentence into the pieces that this encoder knows.
  const WordPieces& pieces() const { return pieces_; }

  std::size_t width() const { return norm_.gain.size(); }          // numbers of a piece's vector
  std::size_t meaning_width() const { return head_bias_.size(); }  // numbers of what `meaning` gives

  // For each sentence the vectors of its pieces, one after the other, width() numbers each. Pieces beyond
  // longest_sentence are not read and have zeros.
  std::vector<std::vector<float>> encode(std::span<const std::vector<WordPiece>> sentences) const;

  // The same, and what the branch makes of them. The branch was made for this encoder's width and leaves it after one
  // of its layers; from elsewhere it gives nothing.
  std::vector<EncodedSentence> encode(std::span<const std::vector<WordPiece>> sentences,
                                      const EncoderBranch& branch) const;

  // For each sentence the vectors of [CLS], of the pieces that are read, and of [SEP], as the first `layers` layers
  // leave them; all layers when it has no more.
  std::vector<std::vector<float>> encode_to(std::span<const std::vector<WordPiece>> sentences,
                                            std::size_t layers) const;

  // Lets the branch's layers read on from vectors, of no more than longest_sentence + 2 pieces, that lie one after the
  // other and are all seen by all. Throws std::invalid_argument when there are more.
  void read_on(const EncoderBranch& branch, std::vector<float>& vectors) const;

  // What one or more pieces of a sentence say together, given their vectors one after the other: the mean through the
  // last layer, of length 1. Two claims are alike in meaning when the product of theirs is near 1. All zero when there
  // are no vectors.
  std::vector<float> meaning(std::span<const float> vectors) const;

 private:
  struct Scratch;

  explicit Encoder(const ModelFile& file);

  std::vector<EncodedSentence> encode(std::span<const std::vector<WordPiece>> sentences,
                                      const EncoderBranch* branch) const;
  // Sets the vectors of a sentence's pieces and marks before the first layer.
  void embed(std::span<const WordPiece> sentence, float* states) const;
  // `lengths` of sentences whose vectors lie one after the other in the scratch.
  void run(const EncoderLayer& layer, std::span<const std::size_t> lengths, Scratch& scratch) const;
  // Embeds as many sentences as run together, from `begin` on, and returns their lengths.
  std::vector<std::size_t> embed_next(std::span<const std::vector<WordPiece>> sentences, std::size_t begin,
                                      Scratch& scratch) const;
  std::size_t widest_layer(const EncoderBranch* branch) const;

  WordPieces pieces_;
  std::uint32_t begin_ = 0, end_ = 0;  // the pieces [CLS] and [SEP]
  std::span<const std::int8_t> words_;
  std::span<const float> word_scales_;
  std::span<const float> positions_;
  EncoderLayer::Norm norm_;
  std::vector<EncoderLayer> layers_;
  std::span<const float> head_, head_bias_;
};

}  // namespace hearsay
