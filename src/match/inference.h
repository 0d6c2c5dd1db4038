// What one claim says of another, by a reader of both where they stand: natural language inference (Bowman et al.
// 2015).
#pragma once

#include "dissect/encoder/encoder.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What two claims have to do with each other.
enum class Relatedness : std::uint8_t { another_thing, same, finer, conflict, update, other_scope };
// What they differ in, where they do.
enum class DifferingIn : std::uint8_t { number, day, place, doer, yes_or_no, wording };

struct Inference {
  std::array<std::int32_t, 6> related{};  // of each Relatedness how likely it is, in thousandths, together about 1,000
  std::array<std::int32_t, 6> differing{};  // of each DifferingIn likewise, taking it that the claims differ

  std::int32_t of(Relatedness relatedness) const { return related[static_cast<std::size_t>(relatedness)]; }
  // That a reader would find that they differ.
  std::int32_t difference() const;
};

// A claim with the words around it: vectors of pieces of its sentence, one after the other, as the encoder's first
// layers leave them; the claim's are those from `first` on to before `behind`.
struct ReadClaim {
  std::vector<float> vectors;
  std::size_t first = 0, behind = 0;
};

// Const after loading, shared by all threads.
class InferenceModel {
 public:
  // The sections are those of an EncoderBranch; segments f32, what is added to the vectors of the first claim, of its
  // surroundings, of the second claim and of its surroundings, which tell how wide vectors are; the linear layer hidden
  // (of both claims' means, of how far they are apart and of their products); and related.weight f32, related.bias f32,
  // differing.weight, .bias. Uses the file in place: `bytes` must stay. Throws std::runtime_error, naming the file,
  // when it is broken.
  InferenceModel(std::string_view bytes, std::string name);

  // How many of the encoder's layers come before.
  std::size_t from() const { return branch_.from; }

  // At most so many pieces of a claim and its surroundings are read.
  static constexpr std::size_t window = 40;

  // Cuts the window around a claim out of its sentence's vectors, marks and all (Encoder::encode_to); the claim's
  // pieces are counted from 0 without the mark at the beginning, and at least one.
  ReadClaim read(std::span<const float> sentence, std::size_t first, std::size_t behind) const;

  // Both were read with this encoder, whose vectors are as wide as the model's; throws std::invalid_argument otherwise.
  Inference infer(const ReadClaim& a, const ReadClaim& b, const Encoder& encoder) const;

 private:
  explicit InferenceModel(const ModelFile& file);

  std::span<const float> segments_;
  std::size_t width_;
  EncoderBranch branch_;
  ByteLayer hidden_;
  std::span<const float> related_, related_bias_, differing_, differing_bias_;
};

}  // namespace hearsay
