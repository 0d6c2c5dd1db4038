// Each kernel is written once, as a plain loop that the compiler turns into vector instructions, and compiled twice:
// for any machine, and for those with 256-bit registers (AVX2); the product of matrices once more for those with
// 512-bit registers (AVX-512 VNNI). What the machine has is asked once at start.
#include "dissect/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#define HEARSAY_WIDE __attribute__((target("avx2")))
#define HEARSAY_WIDEST __attribute__((target("avx512f,avx512vnni")))
#endif

namespace hearsay {

namespace {

constexpr std::size_t lanes = 16;  // rows of a block

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

inline __attribute__((always_inline)) std::size_t best_body(const std::int32_t* scores, const std::int32_t* bias,
                                                            std::size_t first, std::size_t count) {
  std::int32_t top = scores[first] + bias[first];
  for (std::size_t i = first; i < count; ++i) top = std::max(top, scores[i] + bias[i]);
  std::size_t best = first;
  while (scores[best] + bias[best] != top) ++best;
  return best;
}

inline __attribute__((always_inline)) void add_row_body(const std::int8_t* row, std::size_t count, std::int16_t* sums) {
  for (std::size_t i = 0; i < count; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + row[i]);
}

inline __attribute__((always_inline)) void squash_sum_body(const std::int16_t* a, const std::int16_t* b,
                                                           const std::int16_t* c, std::size_t count,
                                                           std::int16_t* out) {
  for (std::size_t i = 0; i < count; ++i)
    out[i] = to_whole(softsign(static_cast<float>(a[i] + b[i] + c[i]) * (1.0f / static_cast<float>(one))));
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
std::size_t best_anywhere(const std::int32_t* scores, const std::int32_t* bias, std::size_t first, std::size_t count) {
  return best_body(scores, bias, first, count);
}
void add_row_anywhere(const std::int8_t* row, std::size_t count, std::int16_t* sums) { add_row_body(row, count, sums); }
void squash_sum_anywhere(const std::int16_t* a, const std::int16_t* b, const std::int16_t* c, std::size_t count,
                         std::int16_t* out) {
  squash_sum_body(a, b, c, count, out);
}

#if defined(__x86_64__)

// A block of rows times `tokens` inputs at a time, so that each load of weights serves them all.
template <std::size_t tokens>
HEARSAY_WIDE inline void multiply_block(const std::int16_t* block, std::size_t pairs, const std::int16_t* inputs,
                                        std::size_t stride, std::size_t rows, std::int32_t* products) {
  const auto* weights = reinterpret_cast<const __m256i*>(block);
  __m256i sums[tokens][2];
  for (std::size_t t = 0; t < tokens; ++t) sums[t][0] = sums[t][1] = _mm256_setzero_si256();
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m256i first = _mm256_loadu_si256(weights + 2 * p), second = _mm256_loadu_si256(weights + 2 * p + 1);
    for (std::size_t t = 0; t < tokens; ++t) {
      std::int32_t pair;
      __builtin_memcpy(&pair, inputs + t * stride + 2 * p, sizeof pair);
      const __m256i input = _mm256_set1_epi32(pair);
      sums[t][0] = _mm256_add_epi32(sums[t][0], _mm256_madd_epi16(first, input));
      sums[t][1] = _mm256_add_epi32(sums[t][1], _mm256_madd_epi16(second, input));
    }
  }
  for (std::size_t t = 0; t < tokens; ++t)
    for (std::size_t half = 0; half < 2; ++half)
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(products + t * rows + half * 8), sums[t][half]);
}

HEARSAY_WIDE void multiply_wide(const PackedMatrix& matrix, const std::int16_t* inputs, std::size_t stride,
                                std::size_t count, std::int32_t* products) {
  const std::size_t pairs = matrix.columns / 2, rows = matrix.rows;
  for (std::size_t r = 0; r < rows; r += lanes) {
    const std::int16_t* block = matrix.blocks.data() + r * matrix.columns;
    std::size_t t = 0;
    for (; t + 4 <= count; t += 4)
      multiply_block<4>(block, pairs, inputs + t * stride, stride, rows, products + t * rows + r);
    for (; t < count; ++t) multiply_block<1>(block, pairs, inputs + t * stride, stride, rows, products + t * rows + r);
  }
}

// The same with 512-bit registers and an instruction that multiplies and adds at once.
template <std::size_t tokens>
HEARSAY_WIDEST inline void multiply_wider_block(const std::int16_t* block, std::size_t pairs,
                                                const std::int16_t* inputs, std::size_t stride, std::size_t rows,
                                                std::int32_t* products) {
  __m512i sums[tokens];
  for (std::size_t t = 0; t < tokens; ++t) sums[t] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < pairs; ++p) {
    const __m512i weights = _mm512_loadu_si512(block + 2 * lanes * p);
    for (std::size_t t = 0; t < tokens; ++t) {
      std::int32_t pair;
      __builtin_memcpy(&pair, inputs + t * stride + 2 * p, sizeof pair);
      sums[t] = _mm512_dpwssd_epi32(sums[t], weights, _mm512_set1_epi32(pair));
    }
  }
  for (std::size_t t = 0; t < tokens; ++t) _mm512_storeu_si512(products + t * rows, sums[t]);
}

HEARSAY_WIDEST void multiply_widest(const PackedMatrix& matrix, const std::int16_t* inputs, std::size_t stride,
                                    std::size_t count, std::int32_t* products) {
  const std::size_t pairs = matrix.columns / 2, rows = matrix.rows;
  for (std::size_t r = 0; r < rows; r += lanes) {
    const std::int16_t* block = matrix.blocks.data() + r * matrix.columns;
    std::size_t t = 0;
    for (; t + 8 <= count; t += 8)
      multiply_wider_block<8>(block, pairs, inputs + t * stride, stride, rows, products + t * rows + r);
    for (; t < count; ++t)
      multiply_wider_block<1>(block, pairs, inputs + t * stride, stride, rows, products + t * rows + r);
  }
}

HEARSAY_WIDE void squash_wide(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
                              std::int16_t* outputs) {
  squash_body(products, bias, rows, count, outputs);
}
HEARSAY_WIDE void recur_wide(const Recurrence& recurrence) { recur_body(recurrence); }
HEARSAY_WIDE std::size_t best_wide(const std::int32_t* scores, const std::int32_t* bias, std::size_t first,
                                   std::size_t count) {
  return best_body(scores, bias, first, count);
}
HEARSAY_WIDE void add_row_wide(const std::int8_t* row, std::size_t count, std::int16_t* sums) {
  add_row_body(row, count, sums);
}
HEARSAY_WIDE void squash_sum_wide(const std::int16_t* a, const std::int16_t* b, const std::int16_t* c,
                                  std::size_t count, std::int16_t* out) {
  squash_sum_body(a, b, c, count, out);
}

using Multiply = void (*)(const PackedMatrix&, const std::int16_t*, std::size_t, std::size_t, std::int32_t*);
const bool is_wide = __builtin_cpu_supports("avx2");
const Multiply best_multiply = __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512f")
                                   ? multiply_widest
                               : is_wide ? multiply_wide
                                         : multiply_anywhere;

#else

constexpr bool is_wide = false;
constexpr auto* best_multiply = multiply_anywhere;
constexpr auto* squash_wide = squash_anywhere;
constexpr auto* recur_wide = recur_anywhere;
constexpr auto* best_wide = best_anywhere;
constexpr auto* add_row_wide = add_row_anywhere;
constexpr auto* squash_sum_wide = squash_sum_anywhere;

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
  best_multiply(matrix, inputs, stride, count, products);
}

void squash(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
            std::int16_t* outputs) {
  (is_wide ? squash_wide : squash_anywhere)(products, bias, rows, count, outputs);
}

void recur(const Recurrence& recurrence) { (is_wide ? recur_wide : recur_anywhere)(recurrence); }

std::size_t best_of(const std::int32_t* scores, const std::int32_t* bias, std::size_t first, std::size_t count) {
  return (is_wide ? best_wide : best_anywhere)(scores, bias, first, count);
}

void add_row(const std::int8_t* row, std::size_t count, std::int16_t* sums) {
  (is_wide ? add_row_wide : add_row_anywhere)(row, count, sums);
}

void squash_sum(const std::int16_t* a, const std::int16_t* b, const std::int16_t* c, std::size_t count,
                std::int16_t* out) {
  (is_wide ? squash_sum_wide : squash_sum_anywhere)(a, b, c, count, out);
}

}  // namespace hearsay
