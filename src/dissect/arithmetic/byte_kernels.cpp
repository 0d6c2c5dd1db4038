// Products of bytes, four times: as a plain loop for any machine, with 256-bit registers (AVX2), with 512-bit
// registers and an instruction that multiplies and adds four bytes at once (AVX-512 VNNI), and with registers that hold
// sixteen rows each and are multiplied as matrices (AMX). What the machine has is asked once at start, as in
// kernels_products.cpp.
//
// AVX2 multiplies bytes only into sixteen-bit sums of two products; adding those up in thirty-two bits costs as much
// again as multiplying. Weights that keep the bound of ByteMatrix let four such sums be added in sixteen bits first,
// which halves that cost.
#include "dissect/arithmetic/byte_kernels.h"

#include "dissect/arithmetic/wide_registers.h"

#include <algorithm>
#include <array>
#include <cstring>

#if defined(__x86_64__) && defined(__linux__)
#include <asm/prctl.h>
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#define HEARSAY_HAS_TILES
#endif

namespace hearsay {

namespace {

constexpr std::size_t lanes = 16;       // rows of a block
constexpr std::size_t quad = 4;         // columns of a row that lie together
constexpr std::size_t short_quads = 4;  // of which the products are added in sixteen bits

void multiply_anywhere(const ByteMatrix& matrix, const std::uint8_t* inputs, std::size_t count,
                       std::int32_t* products) {
  for (std::size_t r = 0; r < matrix.rows; r += lanes)
    for (std::size_t t = 0; t < count; ++t) {
      const std::int8_t* weights = matrix.blocks.data() + r * matrix.columns;
      const std::uint8_t* input = inputs + t * matrix.columns;
      std::array<std::int32_t, lanes> sums{};
      for (std::size_t c = 0; c < matrix.columns; c += quad, weights += lanes * quad)
        for (std::size_t lane = 0; lane < lanes; ++lane)
          for (std::size_t i = 0; i < quad; ++i) sums[lane] += weights[lane * quad + i] * input[c + i];
      std::memcpy(products + t * matrix.rows + r, sums.data(), sizeof sums);
    }
}

#if defined(__x86_64__)

inline std::int32_t quad_at(const std::uint8_t* inputs) {
  std::int32_t bytes;
  std::memcpy(&bytes, inputs, sizeof bytes);
  return bytes;
}

// The products of one block of rows and some tokens.
using ByteTile = void (*)(const std::int8_t* block, const ByteMatrix& matrix, const std::uint8_t* inputs,
                          std::int32_t* products);

// Calls tiles[n - 1] for each part of n tokens; the parts are as equal as can be, since a small tile costs nearly as
// much as a full one.
template <std::size_t most>
void multiply_blocks(const std::array<ByteTile, most>& tiles, const ByteMatrix& matrix, std::size_t block_rows,
                     const std::uint8_t* inputs, std::size_t count, std::int32_t* products) {
  for (std::size_t r = 0; r + block_rows <= matrix.rows; r += block_rows) {
    std::size_t done = 0;
    for (std::size_t parts = (count + most - 1) / most; parts > 0; --parts) {
      const std::size_t here = (count - done + parts - 1) / parts;
      tiles[here - 1](matrix.blocks.data() + r * matrix.columns, matrix, inputs + done * matrix.columns,
                      products + done * matrix.rows + r);
      done += here;
    }
  }
}

// A value that the compiler takes as it is in a register: it would otherwise load it anew for each use, and loads are
// what the tile must be sparing with.
#define HEARSAY_KEEP(vector) asm("" : "+x"(vector))

template <std::size_t count>
HEARSAY_WIDE void wide_tile(const std::int8_t* block, const ByteMatrix& matrix, const std::uint8_t* inputs,
                            std::int32_t* products) {
  __m256i sums[count][2];
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) sums[t][0] = sums[t][1] = _mm256_setzero_si256();
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t c = 0; c < matrix.columns; c += quad * short_quads) {
    __m256i shorts[count][2];
    HEARSAY_UNROLL
    for (std::size_t q = 0; q < short_quads; ++q) {
      const auto* weights = reinterpret_cast<const __m256i*>(block + lanes * (c + quad * q));
      __m256i first = _mm256_loadu_si256(weights), second = _mm256_loadu_si256(weights + 1);
      HEARSAY_KEEP(first);
      HEARSAY_KEEP(second);
      HEARSAY_UNROLL
      for (std::size_t t = 0; t < count; ++t) {
        __m256i input = _mm256_set1_epi32(quad_at(inputs + t * matrix.columns + c + quad * q));
        HEARSAY_KEEP(input);
        const __m256i a = _mm256_maddubs_epi16(input, first), b = _mm256_maddubs_epi16(input, second);
        shorts[t][0] = q == 0 ? a : _mm256_add_epi16(shorts[t][0], a);
        shorts[t][1] = q == 0 ? b : _mm256_add_epi16(shorts[t][1], b);
        HEARSAY_KEEP(shorts[t][0]);
        HEARSAY_KEEP(shorts[t][1]);
      }
    }
    HEARSAY_UNROLL
    for (std::size_t t = 0; t < count; ++t) HEARSAY_UNROLL
    for (std::size_t half = 0; half < 2; ++half)
      sums[t][half] = _mm256_add_epi32(sums[t][half], _mm256_madd_epi16(shorts[t][half], ones));
  }
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) HEARSAY_UNROLL
  for (std::size_t half = 0; half < 2; ++half)
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(products + t * matrix.rows + half * 8), sums[t][half]);
}

template <std::size_t count>
HEARSAY_WIDEST void widest_tile(const std::int8_t* block, const ByteMatrix& matrix, const std::uint8_t* inputs,
                                std::int32_t* products) {
  __m512i sums[count];
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) sums[t] = _mm512_setzero_si512();
  for (std::size_t c = 0; c < matrix.columns; c += quad) {
    const __m512i weights = _mm512_loadu_si512(block + lanes * c);
    HEARSAY_UNROLL
    for (std::size_t t = 0; t < count; ++t)
      sums[t] = _mm512_dpbusd_epi32(sums[t], _mm512_set1_epi32(quad_at(inputs + t * matrix.columns + c)), weights);
  }
  HEARSAY_UNROLL
  for (std::size_t t = 0; t < count; ++t) _mm512_storeu_si512(products + t * matrix.rows, sums[t]);
}

void multiply_wide(const ByteMatrix& matrix, const std::uint8_t* inputs, std::size_t count, std::int32_t* products) {
  static constexpr std::array<ByteTile, 4> tiles = {wide_tile<1>, wide_tile<2>, wide_tile<3>, wide_tile<4>};
  multiply_blocks(tiles, matrix, lanes, inputs, count, products);
}

void multiply_widest(const ByteMatrix& matrix, const std::uint8_t* inputs, std::size_t count, std::int32_t* products) {
  static constexpr std::array<ByteTile, 8> tiles = {widest_tile<1>, widest_tile<2>, widest_tile<3>, widest_tile<4>,
                                                    widest_tile<5>, widest_tile<6>, widest_tile<7>, widest_tile<8>};
  multiply_blocks(tiles, matrix, lanes, inputs, count, products);
}

#endif

#if defined(HEARSAY_HAS_TILES)

// What the eight tile registers hold, as the processor reads it (Intel SDM, LDTILECFG): rows, and bytes of each.
struct alignas(64) TileShapes {
  std::uint8_t palette = 1, start_row = 0, reserved[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};
};

constexpr std::size_t tile_rows = 16;
constexpr std::size_t tile_bytes = 64;     // of a row; a matrix's blocks of 64 columns are tiles as they lie
constexpr std::size_t blocks_at_once = 4;  // so that a sum is not waited for

// The products of four blocks of rows with sixteen tokens, or as many as the registers are set to have. The numbers of
// the registers must stand in the code: 0 to 3 the sums of a block each, 4 the tokens, 5 and 6 weights.
HEARSAY_TILED void multiply_tile(const ByteMatrix& matrix, std::size_t row, const std::uint8_t* inputs,
                                 std::int32_t* products) {
  const std::int8_t* weights = matrix.blocks.data() + row * matrix.columns;
  const std::size_t block_bytes = lanes * matrix.columns;
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t c = 0; c < matrix.columns; c += tile_bytes, weights += lanes * tile_bytes) {
    _tile_loadd(4, inputs + c, matrix.columns);
    _tile_loadd(5, weights, tile_bytes);
    _tile_dpbusd(0, 4, 5);
    _tile_loadd(6, weights + block_bytes, tile_bytes);
    _tile_dpbusd(1, 4, 6);
    _tile_loadd(5, weights + 2 * block_bytes, tile_bytes);
    _tile_dpbusd(2, 4, 5);
    _tile_loadd(6, weights + 3 * block_bytes, tile_bytes);
    _tile_dpbusd(3, 4, 6);
  }
  const std::size_t stride = matrix.rows * sizeof(std::int32_t);
  _tile_stored(0, products + row, stride);
  _tile_stored(1, products + row + lanes, stride);
  _tile_stored(2, products + row + 2 * lanes, stride);
  _tile_stored(3, products + row + 3 * lanes, stride);
}

// Sets the registers for so many tokens at a time.
HEARSAY_TILED void set_tiles(std::size_t tokens) {
  TileShapes shapes;
  for (std::size_t t = 0; t < 7; ++t) {
    shapes.row_bytes[t] = tile_bytes;
    shapes.rows[t] = static_cast<std::uint8_t>(t <= 4 ? tokens : tile_rows);
  }
  _tile_loadconfig(&shapes);
}

// Matrices that are no whole number of tiles are left to the widest registers. Four blocks of weights stay in the
// first-level cache while all tokens pass.
HEARSAY_TILED void multiply_tiled(const ByteMatrix& matrix, const std::uint8_t* inputs, std::size_t count,
                                  std::int32_t* products) {
  constexpr std::size_t rows_at_once = lanes * blocks_at_once;
  if (matrix.rows % rows_at_once != 0 || matrix.columns % tile_bytes != 0)
    return multiply_widest(matrix, inputs, count, products);
  const std::size_t whole = count / tile_rows * tile_rows;
  const auto multiply_tokens = [&](std::size_t first, std::size_t behind) {
    for (std::size_t r = 0; r < matrix.rows; r += rows_at_once)
      for (std::size_t t = first; t < behind; t += tile_rows)
        multiply_tile(matrix, r, inputs + t * matrix.columns, products + t * matrix.rows);
  };
  if (whole > 0) {
    set_tiles(tile_rows);
    multiply_tokens(0, whole);
  }
  if (count > whole) {
    set_tiles(count - whole);
    multiply_tokens(whole, count);
  }
  _tile_release();
}

// Linux gives tile registers to a process that asks for them, once for all its threads; it refuses where a thread's
// signal stack is too small for them.
bool can_use_tiles() {
  constexpr unsigned tiles = 1U << 24, bytes = 1U << 25;  // in EDX of leaf 7
  constexpr unsigned long tile_data = 18;                 // the part of a thread's state that is asked for
  unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
  if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) == 0 || (edx & tiles) == 0 || (edx & bytes) == 0) return false;
  return syscall(SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, tile_data) == 0;
}

#endif

std::vector<ByteMultiplier> find_multipliers() {
  std::vector<ByteMultiplier> found = {{"any", multiply_anywhere}};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) found.push_back({"AVX2", multiply_wide});
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"))
    found.push_back({"AVX-512 VNNI", multiply_widest});
#endif
#if defined(HEARSAY_HAS_TILES)
  if (found.back().multiply == multiply_widest && can_use_tiles()) found.push_back({"AMX", multiply_tiled});
#endif
  return found;
}

const std::vector<ByteMultiplier>& multipliers_here() {
  static const std::vector<ByteMultiplier> found = find_multipliers();
  return found;
}

}  // namespace

bool fits_sixteen_bits(const ByteMatrix& matrix) {
  const std::int8_t* block = matrix.blocks.data();
  for (std::size_t r = 0; r < matrix.rows; r += lanes)
    for (std::size_t c = 0; c < matrix.columns; c += quad * short_quads, block += lanes * quad * short_quads)
      for (std::size_t lane = 0; lane < 2 * lanes; ++lane) {
        int above = 0, below = 0;
        for (std::size_t q = 0; q < short_quads; ++q)
          for (std::size_t i = 0; i < 2; ++i) {
            const int weight = block[q * lanes * quad + lane * 2 + i];
            (weight > 0 ? above : below) += weight;
          }
        if (above > 128 || below < -128) return false;
      }
  return true;
}

std::vector<std::int8_t> pack_bytes(std::span<const std::int8_t> by_rows, std::size_t rows, std::size_t columns) {
  std::vector<std::int8_t> packed(rows * columns);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c)
      packed[(r / lanes * columns + c / quad * quad) * lanes + r % lanes * quad + c % quad] = by_rows[r * columns + c];
  return packed;
}

void multiply(const ByteMatrix& matrix, const std::uint8_t* inputs, std::size_t count, std::int32_t* products) {
  static const auto best = multipliers_here().back().multiply;
  best(matrix, inputs, count, products);
}

std::span<const ByteMultiplier> byte_multipliers() { return multipliers_here(); }

}  // namespace hearsay
