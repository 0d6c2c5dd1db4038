// The arithmetic of the parsing network: products of matrices of whole numbers, and its recurrence.
//
// All results are the same to the bit on every machine, with or without wide registers: products are of whole numbers,
// and the few operations on floating-point numbers are each rounded as IEEE 754 says, none of them fused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

// Activations are whole numbers: 1.0 is `one`. Weights have the same scale.
inline constexpr int one = 1024;
inline constexpr float product_scale = 1.0f / (static_cast<float>(one) * static_cast<float>(one));

// Weights in blocks of sixteen rows: for each pair of columns, the pair of each of the sixteen rows.
struct PackedMatrix {
  std::span<const std::int16_t> blocks;
  std::size_t rows = 0;     // a multiple of 16
  std::size_t columns = 0;  // a multiple of 2
};

// Puts weights given row by row into the order of PackedMatrix; the rows are filled up with zeros to a multiple of 16.
std::vector<std::int16_t> pack(std::span<const std::int16_t> by_rows, std::size_t rows, std::size_t columns);

// products[t * rows + r] = sum over c of matrix[r][c] * inputs[t * stride + c], modulo 2^32, for t < count.
void multiply(const PackedMatrix& matrix, const std::int16_t* inputs, std::size_t stride, std::size_t count,
              std::int32_t* products);

// outputs[i] = softsign(products[i] * product_scale + bias[i mod rows]), as a whole number.
void squash(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
            std::int16_t* outputs);

// One direction of a layer of simple recurrent units over `count` words. `products` holds for each word, `stride`
// apart, the candidates, forget gates and reset gates of the units before their biases; `inputs` and `outputs` have the
// numbers of this direction's units, `width` apart from word to word.
struct Recurrence {
  const std::int32_t* products;
  std::size_t stride;
  const float* bias;
  const std::int16_t* inputs;
  std::int16_t* outputs;
  std::size_t width;
  std::size_t units;  // at most 128
  std::size_t count;
  bool backwards;
};
void recur(const Recurrence& recurrence);

// The number of the highest scores[i] + bias[i] for first <= i < count; the earlier of two equal ones.
std::size_t best_of(const std::int32_t* scores, const std::int32_t* bias, std::size_t first, std::size_t count);

// Adds a row of bytes to sums.
void add_row(const std::int8_t* row, std::size_t count, std::int16_t* sums);

// out[i] = softsign(a[i] + b[i] + c[i]), all as whole numbers.
void squash_sum(const std::int16_t* a, const std::int16_t* b, const std::int16_t* c, std::size_t count,
                std::int16_t* out);

}  // namespace hearsay
