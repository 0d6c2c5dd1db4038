// Each kernel is a plain loop that the compiler turns into vector instructions, once for any machine and once for those
// with 256-bit registers, as in kernels.cpp; sums run in sixteen lanes whatever the registers are.
//
// exp is 2^n times a Taylor polynomial on half an octave. gelu is x * (1/2 + x * p(x * x)) with x held to [-4.5, 4.5]
// inside the brackets; p was fitted by reweighted least squares at Chebyshev points, and the whole is within 4e-5 of
// the exact function: a hundredth of a step of the bytes that it is rounded to.
#include "dissect/arithmetic/encoder_kernels.h"

#include "dissect/arithmetic/wide_registers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#if defined(__x86_64__)
#define HEARSAY_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
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

// Whole numbers in the order of the numbers; the compiler finds the least of those with vector instructions, of
// floating point numbers only one by one.
HEARSAY_INLINE std::int32_t ordered(float x) {
  const auto bits = std::bit_cast<std::int32_t>(x);
  return bits ^ ((bits >> 31) & 0x7FFFFFFF);
}
HEARSAY_INLINE float from_ordered(std::int32_t number) {
  return std::bit_cast<float>(number ^ ((number >> 31) & 0x7FFFFFFF));
}

// For x <= 0; below -80 as at -80.
HEARSAY_INLINE float exp_of(float x) {
  constexpr float rounder = 12582912.0f;  // 1.5 * 2^23: adding it rounds to a whole number
  x = greater(x, -80.0f);
  const float shifted = x * 1.44269504f + rounder;
  const float whole = shifted - rounder;
  const float r = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;  // ln 2 in two parts
  const float p = 1.0f + r * (1.0f + r * (0.5f + r * (1.0f / 6.0f + r * (1.0f / 24.0f + r * (1.0f / 120.0f)))));
  const std::int32_t power = std::bit_cast<std::int32_t>(shifted) - std::bit_cast<std::int32_t>(rounder);
  return p * std::bit_cast<float>((power + 127) << 23);
}

HEARSAY_INLINE float gelu(float x) {
  const float k = lesser(greater(x, -4.5f), 4.5f);
  const float u = k * k;
  // In pairs, which wait less for each other than one after the other.
  const float u2 = u * u, u4 = u2 * u2;
  const float p01 = 0.39888378977775574f + -0.06633704900741577f * u;
  const float p23 = 0.009833178482949734f + -0.0011226761853322387f * u;
  const float p45 = 9.7870928584598e-05f + -6.365206445479998e-06f * u;
  const float p67 = 2.9588636607513763e-07f + -9.193600547519054e-09f * u;
  const float p89 = 1.6972688532401747e-10f + -1.400032542155094e-12f * u;
  const float p = (p01 + p23 * u2) + ((p45 + p67 * u2) + p89 * u4) * u4;
  return x * (0.5f + k * p);
}

// A product of matrices of floating-point numbers, each sum in the order of its terms.
//   out[t * out_stride + i] = sum over k of factors[t * factor_stride + k] * rows[k * row_stride + i]
// for t < count, k < depth, i < width; the width is a multiple of 16.
struct FloatProduct {
  const float* factors;
  std::size_t factor_stride, count;
  const float* rows;
  std::size_t row_stride, depth, width;
  float* out;
  std::size_t out_stride;
};

void multiply_anywhere(const FloatProduct& p) {
  for (std::size_t t = 0; t < p.count; ++t) {
    float* out = p.out + t * p.out_stride;
    for (std::size_t i = 0; i < p.width; ++i) out[i] = 0;
    for (std::size_t k = 0; k < p.depth; ++k)
      for (std::size_t i = 0; i < p.width; ++i)
        out[i] += p.factors[t * p.factor_stride + k] * p.rows[k * p.row_stride + i];
  }
}

#if defined(__x86_64__)

// The sums of sixteen columns for some tokens stay in registers, which the compiler does not find by itself.
template <std::size_t count>
HEARSAY_WIDE void multiply_tile(const FloatProduct& p, std::size_t t, std::size_t i) {
  const float *factors = p.factors + t * p.factor_stride, *row = p.rows + i;
  __m256 sums[count][2];
  HEARSAY_UNROLL
  for (std::size_t n = 0; n < count; ++n) sums[n][0] = sums[n][1] = _mm256_setzero_ps();
  for (std::size_t k = 0; k < p.depth; ++k, row += p.row_stride) {
    const __m256 first = _mm256_loadu_ps(row), second = _mm256_loadu_ps(row + 8);
    HEARSAY_UNROLL
    for (std::size_t n = 0; n < count; ++n) {
      const __m256 factor = _mm256_set1_ps(factors[n * p.factor_stride + k]);
      sums[n][0] = _mm256_add_ps(sums[n][0], _mm256_mul_ps(factor, first));
      sums[n][1] = _mm256_add_ps(sums[n][1], _mm256_mul_ps(factor, second));
    }
  }
  HEARSAY_UNROLL
  for (std::size_t n = 0; n < count; ++n) {
    _mm256_storeu_ps(p.out + (t + n) * p.out_stride + i, sums[n][0]);
    _mm256_storeu_ps(p.out + (t + n) * p.out_stride + i + 8, sums[n][1]);
  }
}

void multiply_wide(const FloatProduct& p) {
  for (std::size_t i = 0; i < p.width; i += lanes) {
    std::size_t t = 0;
    for (; t + 4 <= p.count; t += 4) multiply_tile<4>(p, t, i);
    for (; t < p.count; ++t) multiply_tile<1>(p, t, i);
  }
}

#endif

void multiply(const FloatProduct& product) {
#if defined(__x86_64__)
  static const bool wide = __builtin_cpu_supports("avx2");
  if (wide) return multiply_wide(product);
#endif
  multiply_anywhere(product);
}

}  // namespace

HEARSAY_CLONES Quantised quantise(const float* numbers, std::size_t count, std::uint8_t* bytes) {
  std::int32_t lowest = ordered(numbers[0]), highest = lowest;
  for (std::size_t i = 0; i < count; ++i) {
    lowest = std::min(lowest, ordered(numbers[i]));
    highest = std::max(highest, ordered(numbers[i]));
  }
  const float low = from_ordered(lowest), high = from_ordered(highest);
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

std::vector<float> mean_of(std::span<const float> vectors, std::size_t width) {
  std::vector<float> mean(width);
  const std::size_t count = vectors.size() / width;
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t i = 0; i < width; ++i) mean[i] += vectors[t * width + i];
  for (float& x : mean) x /= static_cast<float>(std::max<std::size_t>(count, 1));
  return mean;
}

HEARSAY_CLONES void share_out(float* scores, std::size_t count, std::size_t width, float scale) {
  std::int32_t highest = ordered(scores[0]);
  for (std::size_t i = 0; i < count; ++i) highest = std::max(highest, ordered(scores[i]));
  const float top = from_ordered(highest);
  for (std::size_t i = count; i < width; ++i) scores[i] = top;
  for (std::size_t i = 0; i < width; ++i) scores[i] = exp_of((scores[i] - top) * scale);
  for (std::size_t i = count; i < width; ++i) scores[i] = 0;
  Lanes sums{};
  for (std::size_t c = 0; c < width; c += lanes)
    for (std::size_t i = 0; i < lanes; ++i) sums[i] += scores[c + i];
  const float factor = 1.0f / sum_of(sums);
  for (std::size_t i = 0; i < width; ++i) scores[i] *= factor;
}

void attend(const Attention& a) {
  const std::size_t width = (a.count + lanes - 1) / lanes * lanes;
  float* keys = a.scratch;  // each number of all keys together
  float* scores = a.scratch + head_size * width;
  for (std::size_t i = 0; i < head_size; ++i) {
    for (std::size_t t = 0; t < a.count; ++t) keys[i * width + t] = a.keys[t * a.stride + i];
    for (std::size_t t = a.count; t < width; ++t) keys[i * width + t] = 0;
  }
  multiply({a.queries, a.stride, a.count, keys, width, head_size, width, scores, width});
  constexpr float scale = 0.176776695f;  // 1 / sqrt(32)
  for (std::size_t t = 0; t < a.count; ++t) share_out(scores + t * width, a.count, width, scale);
  multiply({scores, width, a.count, a.values, a.stride, a.count, head_size, a.gathered, a.gathered_stride});
}

}  // namespace hearsay
