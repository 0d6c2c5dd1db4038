// Each kernel is a plain loop that the compiler turns into vector instructions, once for any machine and once for those
// with 256-bit registers (AVX2); the loader takes the one that fits the machine.
//
// Why not Highway (Debian's libhwy-dev, 1.0.3), which is made for this: the one kernel that compilers do not make by
// themselves, the product of whole numbers (kernels_products.cpp), is at its fastest an AVX-512 VNNI instruction that
// multiplies and adds at once, and Highway's function for it (ReorderWidenMulAccumulate) gives two instructions there
// in this version. The other kernels are one to ten plain lines each, with divisions and roundings that must come out
// the same on every machine; in Highway's words each would be longer, take care of what is left over at a row's end,
// and be compiled once a target by including the file in itself. What it would save is the sixty lines of one tile for
// AVX2 and one for AVX-512.
#include "dissect/arithmetic/kernels.h"

#include <algorithm>
#include <array>
#include <cmath>

#if defined(__x86_64__)
#define HEARSAY_CLONES __attribute__((target_clones("default", "avx2")))
#else
#define HEARSAY_CLONES
#endif

namespace hearsay {

namespace {

inline __attribute__((always_inline)) float softsign(float x) { return x / (1.0f + std::fabs(x)); }

// Rounds to the nearest whole number, halves away from zero: |x| is far below the limit of the type.
inline __attribute__((always_inline)) std::int16_t to_whole(float x) {
  const float scaled = x * static_cast<float>(one);
  return static_cast<std::int16_t>(static_cast<std::int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f)));
}

}  // namespace

HEARSAY_CLONES void squash(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
                           std::int16_t* outputs) {
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t r = 0; r < rows; ++r)
      outputs[t * rows + r] = to_whole(softsign(static_cast<float>(products[t * rows + r]) * product_scale + bias[r]));
}

HEARSAY_CLONES void squash_window(const std::int32_t* before, const std::int32_t* here, const std::int32_t* after,
                                  const float* bias, std::size_t rows, std::int16_t* outputs) {
  for (std::size_t r = 0; r < rows; ++r) {
    const std::uint32_t sum = static_cast<std::uint32_t>(before[r]) + static_cast<std::uint32_t>(here[r]) +
                              static_cast<std::uint32_t>(after[r]);
    outputs[r] = to_whole(softsign(static_cast<float>(static_cast<std::int32_t>(sum)) * product_scale + bias[r]));
  }
}

HEARSAY_CLONES void recur(const Recurrence& c) {
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

HEARSAY_CLONES std::size_t best_of(const std::int32_t* scores, const std::int32_t* bias, std::size_t first,
                                   std::size_t count) {
  std::int32_t top = scores[first] + bias[first];
  for (std::size_t i = first; i < count; ++i) top = std::max(top, scores[i] + bias[i]);
  std::size_t best = first;
  while (scores[best] + bias[best] != top) ++best;
  return best;
}

HEARSAY_CLONES std::size_t best_of(const std::int32_t* scores, std::size_t count) {
  std::int32_t top = scores[0];
  for (std::size_t i = 1; i < count; ++i) top = std::max(top, scores[i]);
  std::size_t best = 0;
  while (scores[best] != top) ++best;
  return best;
}

HEARSAY_CLONES void scale_and_add(const std::int32_t* products, std::int32_t scale, const std::int32_t* more,
                                  std::size_t count, std::int32_t* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = scale * products[i] + more[i];
}

HEARSAY_CLONES void add_row(const std::int8_t* row, std::size_t count, std::int16_t* sums) {
  for (std::size_t i = 0; i < count; ++i) sums[i] = static_cast<std::int16_t>(sums[i] + row[i]);
}

HEARSAY_CLONES void squash_sum(const std::int16_t* a, const std::int16_t* b, const std::int16_t* c, std::size_t count,
                               std::int16_t* out) {
  for (std::size_t i = 0; i < count; ++i)
    out[i] = to_whole(softsign(static_cast<float>(a[i] + b[i] + c[i]) * (1.0f / static_cast<float>(one))));
}

}  // namespace hearsay
