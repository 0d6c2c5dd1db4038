// Each kernel is written once, as a plain loop that the compiler turns into vector instructions, and compiled twice:
// for any machine, and for those with 256-bit registers (AVX2), which are asked for once at start.
#include "dissect/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#define HEARSAY_WIDE __attribute__((target("avx2")))
#endif

namespace hearsay {

namespace {

constexpr std::size_t lanes = 8;

inline __attribute__((always_inline)) float softsign(float x) { return x / (1.0f + std::fabs(x)); }

// Rounds to the nearest whole number, halves away from zero: |x| is far below the limit of the type.
inline __attribute__((always_inline)) std::int16_t to_whole(float x) {
  const float scaled = x * static_cast<float>(one);
  return static_cast<std::int16_t>(static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f)));
}

void multiply_anywhere(const PackedMatrix& matrix, const std::int16_t* inputs, std::size_t stride, std::size_t count,
                       std::int32_t* products) {
  const std::size_t pairs = matrix.columns / 2;
  for (std::size_t t = 0; t < count; ++t) {
    const std::int16_t* input = inputs + t * stride;
    for (std::size_t r = 0; r < matrix.rows; r += lanes) {
      const std::int16_t* block = matrix.blocks.data() + r * matrix.columns;
      std::array<std::uint32_t, lanes> sums{};
      for (std::size_t p = 0; p < pairs; ++p)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
          const std::int16_t* pair = block + (p * lanes + lane) * 2;
          sums[lane] += static_cast<std::uint32_t>(pair[0] * input[2 * p]) +
                        static_cast<std::uint32_t>(pair[1] * input[2 * p + 1]);
        }
      for (std::size_t lane = 0; lane < lanes; ++lane)
        products[t * matrix.rows + r + lane] = static_cast<std::int32_t>(sums[lane]);
    }
  }
}

inline __attribute__((always_inline)) void squash_body(const std::int32_t* products, const float* bias,
                                                       std::size_t rows, std::size_t count, std::int16_t* outputs) {
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t r = 0; r < rows; ++r)
      outputs[t * rows + r] = to_whole(softsign(static_cast<float>(products[t * rows + r]) * product_scale + bias[r]));
}

inline __attribute__((always_inline)) void recur_body(const Recurrence& c) {
  std::array<float, 128> cells{};
  const float* candidate_bias = c.bias;
  const float* forget_bias = c.bias + c.units;
  const float* reset_bias = c.bias + 2 * c.units;
  for (std::size_t k = 0; k < c.count; ++k) {
    const std::size_t t = c.backwards ? c.count - 1 - k : k;
    const std::int32_t* candidates = c.products + t * c.stride;
    const std::int32_t* forgets = candidates + c.units;
    const std::int32_t* resets = forgets + c.units;
    const std::int16_t* input = c.inputs + t * c.width;
    std::int16_t* output = c.outputs + t * c.width;
    for (std::size_t u = 0; u < c.units; ++u) {
      const float candidate = static_cast<float>(candidates[u]) * product_scale + candidate_bias[u];
      const float forget = 0.5f + 0.5f * softsign(static_cast<float>(forgets[u]) * product_scale + forget_bias[u]);
      const float reset = 0.5f + 0.5f * softsign(static_cast<float>(resets[u]) * product_scale + reset_bias[u]);
      const float cell = forget * cells[u] + (1.0f - forget) * candidate;
      cells[u] = cell;
      const float in = static_cast<float>(input[u]) * (1.0f / static_cast<float>(one));
      output[u] = to_whole(reset * softsign(cell) + (1.0f - reset) * in);
    }
  }
}

void squash_anywhere(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
                     std::int16_t* outputs) {
  squash_body(products, bias, rows, count, outputs);
}
void recur_anywhere(const Recurrence& recurrence) { recur_body(recurrence); }

#if defined(__x86_64__)

// `tokens` inputs at a time, so that each load of weights serves them all.
template <std::size_t tokens>
HEARSAY_WIDE inline void multiply_some(const PackedMatrix& matrix, const std::int16_t* inputs, std::size_t stride,
                                       std::int32_t* products) {
  const std::size_t pairs = matrix.columns / 2;
  for (std::size_t r = 0; r < matrix.rows; r += 2 * lanes) {
    const auto* first = reinterpret_cast<const __m256i*>(matrix.blocks.data() + r * matrix.columns);
    const auto* second = first + pairs;
    __m256i sums[tokens][2];
    for (std::size_t t = 0; t < tokens; ++t) sums[t][0] = sums[t][1] = _mm256_setzero_si256();
    for (std::size_t p = 0; p < pairs; ++p) {
      const __m256i weights[2] = {_mm256_loadu_si256(first + p), _mm256_loadu_si256(second + p)};
      for (std::size_t t = 0; t < tokens; ++t) {
        std::int32_t pair;
        __builtin_memcpy(&pair, inputs + t * stride + 2 * p, sizeof pair);
        const __m256i input = _mm256_set1_epi32(pair);
        sums[t][0] = _mm256_add_epi32(sums[t][0], _mm256_madd_epi16(weights[0], input));
        sums[t][1] = _mm256_add_epi32(sums[t][1], _mm256_madd_epi16(weights[1], input));
      }
    }
    for (std::size_t t = 0; t < tokens; ++t)
      for (std::size_t half = 0; half < 2; ++half)
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(products + t * matrix.rows + r + half * lanes), sums[t][half]);
  }
}

HEARSAY_WIDE void multiply_wide(const PackedMatrix& matrix, const std::int16_t* inputs, std::size_t stride,
                                std::size_t count, std::int32_t* products) {
  std::size_t t = 0;
  for (; t + 4 <= count; t += 4) multiply_some<4>(matrix, inputs + t * stride, stride, products + t * matrix.rows);
  for (; t < count; ++t) multiply_some<1>(matrix, inputs + t * stride, stride, products + t * matrix.rows);
}

HEARSAY_WIDE void squash_wide(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
                              std::int16_t* outputs) {
  squash_body(products, bias, rows, count, outputs);
}
HEARSAY_WIDE void recur_wide(const Recurrence& recurrence) { recur_body(recurrence); }

const bool is_wide = __builtin_cpu_supports("avx2");

#else

constexpr bool is_wide = false;
constexpr auto* multiply_wide = multiply_anywhere;
constexpr auto* squash_wide = squash_anywhere;
constexpr auto* recur_wide = recur_anywhere;

#endif

}  // namespace

std::vector<std::int16_t> pack(std::span<const std::int16_t> by_rows, std::size_t rows, std::size_t columns) {
  const std::size_t filled = (rows + 15) / 16 * 16;
  std::vector<std::int16_t> packed(filled * columns, 0);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c)
      packed[r / lanes * lanes * columns + (c / 2 * lanes + r % lanes) * 2 + c % 2] = by_rows[r * columns + c];
  return packed;
}

void multiply(const PackedMatrix& matrix, const std::int16_t* inputs, std::size_t stride, std::size_t count,
              std::int32_t* products) {
  (is_wide ? multiply_wide : multiply_anywhere)(matrix, inputs, stride, count, products);
}

void squash(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
            std::int16_t* outputs) {
  (is_wide ? squash_wide : squash_anywhere)(products, bias, rows, count, outputs);
}

void recur(const Recurrence& recurrence) { (is_wide ? recur_wide : recur_anywhere)(recurrence); }

}  // namespace hearsay
