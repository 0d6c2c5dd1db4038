// The arithmetic of the sentence encoder between the products of bytes: quantising, scaling, gelu, layer norm and
// attention.
//
// All results are the same to the bit on every machine: plain loops whose sums have sixteen lanes and a fixed order,
// each operation rounded as IEEE 754 says, none fused; exp and gelu are polynomials of our own.
#pragma once

#include "dissect/arithmetic/byte_kernels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// A linear layer: row r of the weights is scale[r] times the bytes of the matrix. `sums` are the sums of the weights
// of each row, which the lowest value of a token's activations is multiplied by.
struct ByteLayer {
  ByteMatrix matrix;
  std::span<const float> scale, sums, bias;
};

// The numbers of a token are low + step * bytes.
struct Quantised {
  float low, step;
};

// Rounds the numbers of a token, as many as a multiple of 16, to 256 steps between the lowest and the highest.
Quantised quantise(const float* numbers, std::size_t count, std::uint8_t* bytes);

// Turns the products of a layer's bytes with a token's into what the layer gives.
//   out[r] = products[r] * step * scale[r] + (low * sums[r] + bias[r])
void scale_products(const ByteLayer& layer, const Quantised& token, const std::int32_t* products, float* out);

// The same through gelu(x) = x * normal distribution(x), to 4e-5.
void scale_products_and_gelu(const ByteLayer& layer, const Quantised& token, const std::int32_t* products, float* out);

// numbers[i] += more[i], then moved and scaled to mean 0 and variance 1 (with 1e-12 added), then * gain[i] + bias[i].
// The count is a multiple of 16.
void add_and_normalise(const float* more, const float* gain, const float* bias, std::size_t count, float* numbers);

// The sum of the products of two rows of numbers, as many as a multiple of 16.
float product_of(const float* a, const float* b, std::size_t count);

// The mean of vectors of `width` numbers that lie one after the other; zeros if there are none.
std::vector<float> mean_of(std::span<const float> vectors, std::size_t width);

// Turns scores, times a scale, into shares that add up to 1 (softmax): the first `count` of `width` numbers, a multiple
// of 16, are given; the others become 0.
void share_out(float* scores, std::size_t count, std::size_t width, float scale);

// Softmax attention within one sentence, for one head of 32 numbers: the query of token t is at queries + t * stride,
// its key and value likewise, and what it gathers goes to gathered + t * gathered_stride. `scratch` has
// attention_scratch(count) numbers.
struct Attention {
  const float *queries, *keys, *values;
  std::size_t stride, count;
  float* gathered;
  std::size_t gathered_stride;
  float* scratch;
};
inline constexpr std::size_t head_size = 32;
constexpr std::size_t attention_scratch(std::size_t count) { return (head_size + count) * ((count + 15) / 16 * 16); }
void attend(const Attention& attention);

}  // namespace hearsay
