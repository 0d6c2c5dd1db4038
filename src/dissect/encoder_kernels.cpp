// Each kernel is a plain loop that the compiler turns into vector instructions, once for any machine and once for those
// with 256-bit registers, as in kernels.cpp; sums run in sixteen lanes whatever the registers are.
//
// exp is 2^n times a Taylor polynomial on half an octave. gelu is x * (1/2 + x * p(x * x)) with x held to [-4.5, 4.5]
// inside the brackets; p was fitted by reweighted least squares at Chebyshev points, and the whole is within 4e-5 of
// the exact function: a hundredth of a step of the bytes that it is rounded to.
#include "dissect/encoder_kernels.h"

#include <array>
#include <bit>
#include <cmath>

#if defined(__x86_64__)
#define HEARSAY_CLONES __attribute__((target_clones("default", "avx2")))
#else
#define HEARSAY_CLONES
#endif
#define HEARSAY_INLINE inline __attribute__((always_inline))

namespace hearsay {

namespace {

constexpr std::size_t lanes = 16;
using Lanes = std::array<float, lanes>;

HEARSAY_INLINE float sum_of(const Lanes& sums) {
  float half[8], quarter[4];
  for (std::size_t i = 0; i < 8; ++i) half[i] = sums[i] + sums[i + 8];
  for (std::size_t i = 0; i < 4; ++i) quarter[i] = half[i] + half[i + 4];
  return (quarter[0] + quarter[2]) + (quarter[1] + quarter[3]);
}

HEARSAY_INLINE float lesser(float a, float b) { return a < b ? a : b; }
HEARSAY_INLINE float greater(float a, float b) { return a > b ? a : b; }

// The count is a multiple of 16, and not 0.
HEARSAY_INLINE float greatest_of(const float* numbers, std::size_t count) {
  Lanes highs;
  for (std::size_t i = 0; i < lanes; ++i) highs[i] = numbers[i];
  for (std::size_t c = lanes; c < count; c += lanes)
    for (std::size_t i = 0; i < lanes; ++i) highs[i] = greater(numbers[c + i], highs[i]);
  float high = highs[0];
  for (std::size_t i = 1; i < lanes; ++i) high = greater(highs[i], high);
  return high;
}

// For x <= 0; below -80 as at -80.
HEARSAY_INLINE float exp_of(float x) {
  constexpr float rounder = 12582912.0f;  // 1.5 * 2^23: adding it rounds to a whole number
  x = greater(x, -80.0f);
  const float shifted = x * 1.44269504f + rounder;
  const float whole = shifted - rounder;
  const float r = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;  // ln 2 in two parts
  const float p =
      1.0f + r * (1.0f + r * (0.5f + r * (1.0f / 6.0f + r * (1.0f / 24.0f + r * (1.0f / 120.0f)))));
  const std::int32_t power = std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(rounder);
  return p * std::bit_cast<float>((power + 127) << 23);
}

HEARSAY_INLINE float gelu(float x) {
  const float k = lesser(greater(x, -4.5f), 4.5f);
  const float u = k * k;
  float p = -1.400032542155094e-12f;
  p = p * u + 1.6972688532401747e-10f;
  p = p * u + -9.193600547519054e-09f;
  p = p * u + 2.9588636607513763e-07f;
  p = p * u + -6.365206445479998e-06f;
  p = p * u + 9.7870928584598e-05f;
  p = p * u + -0.0011226761853322387f;
  p = p * u + 0.009833178482949734f;
  p = p * u + -0.06633704900741577f;
  p = p * u + 0.39888378977775574f;
  return x * (0.5f + k * p);
}

// sums[i] += the sum over k of factors[k] * rows[k * stride + i], in the order of k; the width is a multiple of 16.
HEARSAY_INLINE void add_rows(const float* factors, const float* rows, std::size_t stride, std::size_t count,
                             std::size_t width, float* sums) {
  std::size_t k = 0;
  for (; k + 8 <= count; k += 8) {
    const float* row = rows + k * stride;
    const float* f = factors + k;
    for (std::size_t i = 0; i < width; ++i) {
      float sum = sums[i];
      sum += f[0] * row[i];
      sum += f[1] * row[i + stride];
      sum += f[2] * row[i + 2 * stride];
      sum += f[3] * row[i + 3 * stride];
      sum += f[4] * row[i + 4 * stride];
      sum += f[5] * row[i + 5 * stride];
      sum += f[6] * row[i + 6 * stride];
      sum += f[7] * row[i + 7 * stride];
      sums[i] = sum;
    }
  }
  for (; k < count; ++k)
    for (std::size_t i = 0; i < width; ++i) sums[i] += factors[k] * rows[k * stride + i];
}

}  // namespace

HEARSAY_CLONES Quantised quantise(const float* numbers, std::size_t count, std::uint8_t* bytes) {
  Lanes lows, highs;
  for (std::size_t i = 0; i < lanes; ++i) lows[i] = highs[i] = numbers[i];
  for (std::size_t c = lanes; c < count; c += lanes)
    for (std::size_t i = 0; i < lanes; ++i) {
      lows[i] = lesser(numbers[c + i], lows[i]);
      highs[i] = greater(numbers[c + i], highs[i]);
    }
  float low = lows[0], high = highs[0];
  for (std::size_t i = 1; i < lanes; ++i) {
    low = lesser(lows[i], low);
    high = greater(highs[i], high);
  }
  const float range = high - low;
  const float steps = range > 0 ? 255.0f / range : 0.0f;
  for (std::size_t i = 0; i < count; ++i)
    bytes[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>((numbers[i] - low) * steps + 0.5f));
  return {low, range * (1.0f / 255.0f)};
}

HEARSAY_CLONES void scale_products(const ByteLayer& layer, const Quantised& token, const std::int32_t* products,
                                   float* out) {
  const float *scale = layer.scale.data(), *sums = layer.sums.data(), *bias = layer.bias.data();
  const float low = token.low, step = token.step;
  const std::size_t rows = layer.matrix.rows;
  for (std::size_t r = 0; r < rows; ++r)
    out[r] = static_cast<float>(products[r]) * step * scale[r] + (low * sums[r] + bias[r]);
}

HEARSAY_CLONES void scale_products_and_gelu(const ByteLayer& layer, const Quantised& token,
                                            const std::int32_t* products, float* out) {
  const float *scale = layer.scale.data(), *sums = layer.sums.data(), *bias = layer.bias.data();
  const float low = token.low, step = token.step;
  const std::size_t rows = layer.matrix.rows;
  for (std::size_t r = 0; r < rows; ++r)
    out[r] = gelu(static_cast<float>(products[r]) * step * scale[r] + (low * sums[r] + bias[r]));
}

HEARSAY_CLONES void add_and_normalise(const float* more, const float* gain, const float* bias, std::size_t count,
                                      float* numbers) {
  Lanes sums{}, squares{};
  for (std::size_t c = 0; c < count; c += lanes)
    for (std::size_t i = 0; i < lanes; ++i) {
      numbers[c + i] += more[c + i];
      sums[i] += numbers[c + i];
    }
  const float mean = sum_of(sums) / static_cast<float>(count);
  for (std::size_t c = 0; c < count; c += lanes)
    for (std::size_t i = 0; i < lanes; ++i) squares[i] += (numbers[c + i] - mean) * (numbers[c + i] - mean);
  const float factor = 1.0f / std::sqrt(sum_of(squares) / static_cast<float>(count) + 1e-12f);
  for (std::size_t i = 0; i < count; ++i) numbers[i] = (numbers[i] - mean) * factor * gain[i] + bias[i];
}

HEARSAY_CLONES float product_of(const float* a, const float* b, std::size_t count) {
  Lanes sums{};
  for (std::size_t c = 0; c < count; c += lanes)
    for (std::size_t i = 0; i < lanes; ++i) sums[i] += a[c + i] * b[c + i];
  return sum_of(sums);
}

HEARSAY_CLONES void attend(const Attention& a) {
  const std::size_t width = (a.count + lanes - 1) / lanes * lanes;
  float* keys = a.scratch;  // each number of all keys together
  float* scores = a.scratch + head_size * width;
  for (std::size_t i = 0; i < head_size; ++i) {
    for (std::size_t t = 0; t < a.count; ++t) keys[i * width + t] = a.keys[t * a.stride + i];
    for (std::size_t t = a.count; t < width; ++t) keys[i * width + t] = 0;
  }
  for (std::size_t t = 0; t < a.count; ++t) {
    for (std::size_t i = 0; i < width; ++i) scores[i] = 0;
    add_rows(a.queries + t * a.stride, keys, width, head_size, width, scores);
    for (std::size_t i = a.count; i < width; ++i) scores[i] = scores[0];
    const float top = greatest_of(scores, width);
    for (std::size_t i = 0; i < width; ++i) scores[i] = exp_of((scores[i] - top) * 0.176776695f);  // 1 / sqrt(32)
    for (std::size_t i = a.count; i < width; ++i) scores[i] = 0;
    Lanes sums{};
    for (std::size_t c = 0; c < width; c += lanes)
      for (std::size_t i = 0; i < lanes; ++i) sums[i] += scores[c + i];
    float* gathered = a.gathered + t * a.gathered_stride;
    for (std::size_t i = 0; i < head_size; ++i) gathered[i] = 0;
    add_rows(scores, a.values, a.stride, a.count, head_size, gathered);
    const float factor = 1.0f / sum_of(sums);
    for (std::size_t i = 0; i < head_size; ++i) gathered[i] *= factor;
  }
}

}  // namespace hearsay
