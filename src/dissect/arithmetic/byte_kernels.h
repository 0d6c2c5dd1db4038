// Products of matrices of bytes, for the layers of the sentence encoder: eight-bit weights by eight-bit activations.
//
// Activations are 0..255 with a step and a lowest value of their own a token; weights are -127..127 with a scale a row.
// All sums of products are whole numbers below 2^31, so that they are the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

// Weights in blocks of sixteen rows: for each four columns, the four weights of each of the sixteen rows.
//
// Sums of eight products are kept in sixteen bits. In every row, therefore, of the columns {0,1, 4,5, 8,9, 12,13} of
// each sixteen, and of the columns {2,3, 6,7, 10,11, 14,15}, the weights above zero sum up to at most 128, and so do
// those below zero: 128 * 255 < 2^15. Whatever packs weights scales each row so that this holds (fits_sixteen_bits).
struct ByteMatrix {
  std::span<const std::int8_t> blocks;  // rows * columns, on a 64-byte boundary or not
  std::size_t rows = 0;                 // a multiple of 16
  std::size_t columns = 0;              // a multiple of 16
};

// Do the weights keep the bound on the sums of eight? Slow; for tests and for the tools that pack weights.
bool fits_sixteen_bits(const ByteMatrix& matrix);

// Tokens one after the other, `columns` of the matrix apart.
//   products[t * rows + r] = sum over c of matrix[r][c] * inputs[t * columns + c]
void multiply(const ByteMatrix& matrix, const std::uint8_t* inputs, std::size_t count, std::int32_t* products);

// Puts weights given row by row into the order of ByteMatrix; rows and columns are multiples of 16.
std::vector<std::int8_t> pack_bytes(std::span<const std::int8_t> by_rows, std::size_t rows, std::size_t columns);

// The ways to multiply that this machine has, from the plainest to the one that multiply() takes; for tests.
struct ByteMultiplier {
  std::string_view registers;
  void (*multiply)(const ByteMatrix& matrix, const std::uint8_t* inputs, std::size_t count, std::int32_t* products);
};
std::span<const ByteMultiplier> byte_multipliers();

}  // namespace hearsay
