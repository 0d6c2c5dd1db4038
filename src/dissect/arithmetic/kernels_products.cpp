// Products of matrices of whole numbers, three times: as a plain loop for any machine, with 256-bit registers (AVX2)
// and with 512-bit registers and an instruction that multiplies and adds at once (AVX-512 VNNI). What the machine has
// is asked once at start.
//
// The wide ones hold a tile of products in registers: some blocks of rows by some inputs. Each load of weights then
// serves all the tile's inputs, each load of an input all its rows, and there are enough sums under way to wait for
// none of them. Inputs are dealt out evenly (25 as 9, 8, 8), since a small tile costs nearly as much as a full one.
#include "dissect/arithmetic/kernels.h"

#include "dissect/arithmetic/wide_registers.h"

#include <array>
#include <cstring>
#include <utility>

namespace hearsay {

namespace {

constexpr std::size_t lanes = 16;  // rows of a block

void multiply_anywhere(const PackedMatrix& matrix, const Batch& batch) {
  const std::size_t pairs = matrix.columns / 2;
  for (std::size_t t = 0; t < batch.count; ++t) {
    const std::int16_t* input = batch.inputs + t * batch.input_stride;
    for (std::size_t r = 0; r < matrix.rows; r += lanes) {
      const std::int16_t* block = matrix.blocks.data() + r * matrix.stride;
      std::array<std::uint32_t, lanes> sums{};
      for (std::size_t p = 0; p < pairs; ++p)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
          const std::int16_t* pair = block + (p * lanes + lane) * 2;
          sums[lane] += static_cast<std::uint32_t>(pair[0] * input[2 * p]) +
                        static_cast<std::uint32_t>(pair[1] * input[2 * p + 1]);
        }
      for (std::size_t lane = 0; lane < lanes; ++lane)
        batch.products[t * batch.product_stride + r + lane] = static_cast<std::int32_t>(sums[lane]);
    }
  }
}

#if defined(__x86_64__)

// A tile's rows begin at `block`, its inputs and products at those of the batch.
using Tile = void (*)(const std::int16_t* block, const PackedMatrix& matrix, const Batch& batch);

inline std::int32_t pair_at(const std::int16_t* inputs) {
  std::int32_t pair;
  std::memcpy(&pair, inputs, sizeof pair);
  return pair;
}

// Calls tiles[n - 1] for each part of n inputs; `most` is the number of tiles.
template <std::size_t most>
void multiply_rows(const std::array<Tile, most>& tiles, std::size_t row, const PackedMatrix& matrix,
                   const Batch& batch) {
  std::size_t done = 0;
  for (std::size_t parts = (batch.count + most - 1) / most; parts > 0; --parts) {
    const std::size_t count = (batch.count - done + parts - 1) / parts;
    const Batch part = {batch.inputs + done * batch.input_stride, batch.input_stride, count,
                        batch.products + done * batch.product_stride + row, batch.product_stride};
    tiles[count - 1](matrix.blocks.data() + row * matrix.stride, matrix, part);
    done += count;
  }
}

template <std::size_t count>
HEARSAY_WIDE void wide_tile(const std::int16_t* block, const PackedMatrix& matrix, const Batch& batch) {
  __m256i sums[count][2];
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) sums[t][0] = sums[t][1] = _mm256_setzero_si256();
  for (std::size_t p = 0; p < matrix.columns / 2; ++p) {
    const auto* weights = reinterpret_cast<const __m256i*>(block + 2 * lanes * p);
    const __m256i first = _mm256_loadu_si256(weights), second = _mm256_loadu_si256(weights + 1);
    HEARSAY_UNROLL
    for (std::size_t t = 0; t < count; ++t) {
      const __m256i input = _mm256_set1_epi32(pair_at(batch.inputs + t * batch.input_stride + 2 * p));
      sums[t][0] = _mm256_add_epi32(sums[t][0], _mm256_madd_epi16(first, input));
      sums[t][1] = _mm256_add_epi32(sums[t][1], _mm256_madd_epi16(second, input));
    }
  }
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) HEARSAY_UNROLL
  for (std::size_t half = 0; half < 2; ++half)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(batch.products + t * batch.product_stride + half * 8),
                        sums[t][half]);
}

template <std::size_t blocks, std::size_t count>
HEARSAY_WIDEST void widest_tile(const std::int16_t* block, const PackedMatrix& matrix, const Batch& batch) {
  __m512i sums[count][blocks];
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) HEARSAY_UNROLL
  for (std::size_t b = 0; b < blocks; ++b) sums[t][b] = _mm512_setzero_si512();
  for (std::size_t p = 0; p < matrix.columns / 2; ++p) {
    __m512i weights[blocks];
    HEARSAY_UNROLL
    for (std::size_t b = 0; b < blocks; ++b)
      weights[b] = _mm512_loadu_si512(block + b * lanes * matrix.stride + 2 * lanes * p);
    HEARSAY_UNROLL
    for (std::size_t t = 0; t < count; ++t) {
      const __m512i input = _mm512_set1_epi32(pair_at(batch.inputs + t * batch.input_stride + 2 * p));
      HEARSAY_UNROLL
      for (std::size_t b = 0; b < blocks; ++b) sums[t][b] = _mm512_dpwssd_epi32(sums[t][b], weights[b], input);
    }
  }
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) HEARSAY_UNROLL
  for (std::size_t b = 0; b < blocks; ++b)
    _mm512_storeu_si512(batch.products + t * batch.product_stride + b * lanes, sums[t][b]);
}

// Sixteen registers hold 5 x 2 sums of the narrower tile, thirty-two 12 x 2 of the wider one.
template <std::size_t... counts>
constexpr std::array<Tile, sizeof...(counts)> wide_tiles(std::index_sequence<counts...>) {
  return {wide_tile<counts + 1>...};
}
template <std::size_t blocks, std::size_t... counts>
constexpr std::array<Tile, sizeof...(counts)> widest_tiles(std::index_sequence<counts...>) {
  return {widest_tile<blocks, counts + 1>...};
}

void multiply_wide(const PackedMatrix& matrix, const Batch& batch) {
  static constexpr auto tiles = wide_tiles(std::make_index_sequence<5>());
  for (std::size_t row = 0; row < matrix.rows; row += lanes) multiply_rows(tiles, row, matrix, batch);
}

void multiply_widest(const PackedMatrix& matrix, const Batch& batch) {
  static constexpr auto pairs = widest_tiles<2>(std::make_index_sequence<12>());
  static constexpr auto singles = widest_tiles<1>(std::make_index_sequence<12>());
  std::size_t row = 0;
  for (; row + 2 * lanes <= matrix.rows; row += 2 * lanes) multiply_rows(pairs, row, matrix, batch);
  if (row < matrix.rows) multiply_rows(singles, row, matrix, batch);
}

#endif

std::vector<Multiplier> find_multipliers() {
  std::vector<Multiplier> found = {{"any", multiply_anywhere}};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) found.push_back({"AVX2", multiply_wide});
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"))
    found.push_back({"AVX-512 VNNI", multiply_widest});
#endif
  return found;
}

const std::vector<Multiplier> multipliers_here = find_multipliers();
const auto best_multiply = multipliers_here.back().multiply;

}  // namespace

PackedMatrix columns_of(const PackedMatrix& matrix, std::size_t first, std::size_t columns) {
  return {matrix.blocks.subspan(first * lanes), matrix.rows, columns, matrix.stride};
}

PackedMatrix pack(std::span<const std::int16_t> by_rows, std::size_t rows, std::size_t columns,
                  std::vector<std::int16_t>& packed) {
  const std::size_t filled = (rows + lanes - 1) / lanes * lanes;
  packed.assign(filled * columns, 0);
  for (std::size_t r = 0; r < rows; ++r) {
    std::int16_t* to = packed.data() + r / lanes * lanes * columns + r % lanes * 2;
    for (std::size_t c = 0; c < columns; c += 2) std::memcpy(to + c * lanes, &by_rows[r * columns + c], 4);
  }
  return {packed, filled, columns, columns};
}

void multiply(const PackedMatrix& matrix, const Batch& batch) { best_multiply(matrix, batch); }

std::span<const Multiplier> multipliers() { return multipliers_here; }

}  // namespace hearsay
