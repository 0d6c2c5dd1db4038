// The arithmetic of the parsing network: products of matrices of whole numbers, and its recurrence.
//
// All results are the same to the bit on every machine, with or without wide registers: products are of whole numbers,
// and the few operations on floating-point numbers are each rounded as IEEE 754 says, none of them fused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
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
  std::size_t stride = 0;   // the columns that are stored; more than `columns` in a part of a matrix
};

// The columns [first, first + columns) of a matrix, where they lie; both are even.
PackedMatrix columns_of(const PackedMatrix& matrix, std::size_t first, std::size_t columns);

// Puts weights given row by row into the order of PackedMatrix; the rows are filled up with zeros to a multiple of 16.
// `packed` keeps its memory from call to call.
PackedMatrix pack(std::span<const std::int16_t> by_rows, std::size_t rows, std::size_t columns,
                  std::vector<std::int16_t>& packed);

// Inputs one after the other, `input_stride` apart, and where their products go, `product_stride` apart.
struct Batch {
  const std::int16_t* inputs;
  std::size_t input_stride;
  std::size_t count;
  std::int32_t* products;
  std::size_t product_stride;
};

// products[t * product_stride + r] = sum over c of matrix[r][c] * inputs[t * input_stride + c], modulo 2^32.
void multiply(const PackedMatrix& matrix, const Batch& batch);

// outputs[i] = softsign(products[i] * product_scale + bias[i mod rows]), as a whole number.
void squash(const std::int32_t* products, const float* bias, std::size_t rows, std::size_t count,
            std::int16_t* outputs);

// The same for one row of the products before + here + after.
void squash_window(const std::int32_t* before, const std::int32_t* here, const std::int32_t* after, const float* bias,
                   std::size_t rows, std::int16_t* outputs);

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

std::size_t best_of(const std::int32_t* scores, std::size_t count);  // the same without bias; count is not 0

// out[i] = scale * products[i] + more[i].
void scale_and_add(const std::int32_t* products, std::int32_t scale, const std::int32_t* more, std::size_t count,
                   std::int32_t* out);

// Adds a row of bytes to sums.
void add_row(const std::int8_t* row, std::size_t count, std::int16_t* sums);

// out[i] = softsign(a[i] + b[i] + c[i]), all as whole numbers.
void squash_sum(const std::int16_t* a, const std::int16_t* b, const std::int16_t* c, std::size_t count,
                std::int16_t* out);

// The ways to multiply that this machine has, from the plainest to the one that multiply() takes; for tests.
struct Multiplier {
  std::string_view registers;
  void (*multiply)(const PackedMatrix& matrix, const Batch& batch);
};
std::span<const Multiplier> multipliers();

}  // namespace hearsay
