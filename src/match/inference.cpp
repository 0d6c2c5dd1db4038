// Late interaction: each sentence goes through the encoder's first layers once, whatever its claims are held against; a
// pair of claims is laid side by side, marked by which words are whose, and read on by a few layers of its own in which
// all words see each other (as MacAvaney et al. 2020 do for ranking).
#include "match/inference.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::size_t hidden_size = 192;
constexpr std::size_t answers = 6;

enum Segment : std::uint8_t { claim_a, around_a, claim_b, around_b };

std::array<std::int32_t, answers> shares_of(std::span<const float> weights, std::span<const float> bias,
                                            const std::vector<float>& hidden) {
  std::array<float, 16> odds{};
  for (std::size_t r = 0; r < answers; ++r)
    odds[r] = bias[r] + product_of(weights.data() + r * hidden.size(), hidden.data(), hidden.size());
  share_out(odds.data(), answers, odds.size(), 1);
  std::array<std::int32_t, answers> shares{};
  for (std::size_t r = 0; r < answers; ++r) shares[r] = static_cast<std::int32_t>(std::lround(odds[r] * 1000));
  return shares;
}

}  // namespace

std::int32_t Inference::difference() const {
  return of(Relatedness::conflict) + of(Relatedness::update) + of(Relatedness::other_scope);
}

InferenceModel::InferenceModel(std::string_view bytes, std::string name)
    : InferenceModel(ModelFile(bytes, std::move(name))) {}

InferenceModel::InferenceModel(const ModelFile& file)
    : segments_(file.section<float>("segments")),
      width_(segments_.size() / 4),
      branch_(file, width_),
      hidden_(read_byte_layer(file, "hidden", hidden_size, 4 * width_)),
      related_(file.section<float>("related.weight", answers * hidden_size)),
      related_bias_(file.section<float>("related.bias", answers)),
      differing_(file.section<float>("differing.weight", answers * hidden_size)),
      differing_bias_(file.section<float>("differing.bias", answers)) {}

// The window has the claim in its middle, as far as the sentence allows; of a claim that is longer, its beginning.
ReadClaim InferenceModel::read(std::span<const float> sentence, std::size_t first, std::size_t behind) const {
  const std::size_t count = sentence.size() / width_;
  const std::size_t size = std::min(count, window);
  first = std::min(first + 1, count > 0 ? count - 1 : 0);
  behind = std::clamp(behind + 1, first, count);
  std::size_t begin = first;
  if (behind - first < size) {
    const std::size_t middle = first + behind;
    begin = std::min(count - size, middle > size ? (middle - size) / 2 : 0);
  } else {
    begin = std::min(first, count - size);
  }
  const std::span<const float> part = sentence.subspan(begin * width_, size * width_);
  return {{part.begin(), part.end()}, first - begin, std::min(behind - begin, size)};
}

Inference InferenceModel::infer(const ReadClaim& a, const ReadClaim& b, const Encoder& encoder) const {
  if (encoder.width() != width_) throw std::invalid_argument("the inference model was made for another encoder");
  std::vector<float> vectors = a.vectors;
  vectors.insert(vectors.end(), b.vectors.begin(), b.vectors.end());
  const std::size_t of_a = a.vectors.size() / width_, all = vectors.size() / width_;
  const std::size_t b_first = of_a + b.first, b_behind = of_a + b.behind;
  for (std::size_t t = 0; t < all; ++t) {
    const Segment segment = t < of_a ? (t >= a.first && t < a.behind ? claim_a : around_a)
                                     : (t >= b_first && t < b_behind ? claim_b : around_b);
    for (std::size_t i = 0; i < width_; ++i) vectors[t * width_ + i] += segments_[segment * width_ + i];
  }
  encoder.read_on(branch_, vectors);
  const std::span<const float> read = vectors;
  const std::vector<float> x = mean_of(read.subspan(a.first * width_, (a.behind - a.first) * width_), width_);
  const std::vector<float> y = mean_of(read.subspan(b_first * width_, (b_behind - b_first) * width_), width_);
  std::vector<float> both(4 * width_);
  for (std::size_t i = 0; i < width_; ++i) {
    both[i] = x[i];
    both[width_ + i] = y[i];
    both[2 * width_ + i] = std::abs(x[i] - y[i]);
    both[3 * width_ + i] = x[i] * y[i];
  }
  std::vector<std::uint8_t> bytes(both.size());
  const Quantised steps = quantise(both.data(), both.size(), bytes.data());
  std::vector<std::int32_t> products(hidden_size);
  multiply(hidden_.matrix, bytes.data(), 1, products.data());
  std::vector<float> hidden(hidden_size);
  scale_products_and_gelu(hidden_, steps, products.data(), hidden.data());
  return {shares_of(related_, related_bias_, hidden), shares_of(differing_, differing_bias_, hidden)};
}

}  // namespace hearsay
