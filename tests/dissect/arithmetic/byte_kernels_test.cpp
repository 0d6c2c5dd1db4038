#include "dissect/arithmetic/byte_kernels.h"

#include <gtest/gtest.h>

#include <random>

namespace hearsay {
namespace {

std::vector<std::int32_t> plain_products(const std::vector<std::int8_t>& weights, std::size_t rows, std::size_t columns,
                                         const std::vector<std::uint8_t>& inputs) {
  std::vector<std::int32_t> products;
  for (std::size_t t = 0; t < inputs.size() / columns; ++t)
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t sum = 0;
      for (std::size_t c = 0; c < columns; ++c) sum += weights[r * columns + c] * inputs[t * columns + c];
      products.push_back(sum);
    }
  return products;
}

void expect_alike(const std::vector<std::int8_t>& weights, std::size_t rows, std::size_t columns,
                  const std::vector<std::uint8_t>& inputs) {
  const std::vector<std::int8_t> packed = pack_bytes(weights, rows, columns);
  const ByteMatrix matrix = {packed, rows, columns};
  ASSERT_TRUE(fits_sixteen_bits(matrix));
  const std::vector<std::int32_t> expected = plain_products(weights, rows, columns, inputs);
  for (const ByteMultiplier& multiplier : byte_multipliers()) {
    std::vector<std::int32_t> products(expected.size(), 7);
    multiplier.multiply(matrix, inputs.data(), inputs.size() / columns, products.data());
    EXPECT_EQ(products, expected) << multiplier.registers;
  }
}

TEST(ByteKernels, multiply_as_the_plain_sum_does_with_whatever_registers_there_are) {
  std::mt19937 random(5);
  for (const std::size_t rows : {16, 48, 128})
    for (const std::size_t columns : {16, 80, 192})
      for (std::size_t count = 0; count <= 35; ++count) {
        std::vector<std::int8_t> weights(rows * columns);
        std::vector<std::uint8_t> inputs(count * columns);
        for (auto& w : weights) w = static_cast<std::int8_t>(random() % 33) - 16;
        for (auto& x : inputs) x = static_cast<std::uint8_t>(random());
        expect_alike(weights, rows, columns, inputs);
      }
}

TEST(ByteKernels, multiply_the_largest_numbers_exactly) {
  // Columns 0, 1, 4, 5, 8, 9, 12, 13 of sixteen are added in sixteen bits, and so are the others.
  for (const int sign : {1, -1}) {
    std::vector<std::int8_t> weights(16 * 32);
    for (std::size_t i = 0; i < weights.size(); i += 16) {
      weights[i] = weights[i + 2] = static_cast<std::int8_t>(127 * sign);
      weights[i + 13] = weights[i + 15] = static_cast<std::int8_t>(sign);
      weights[i + 8] = weights[i + 10] = static_cast<std::int8_t>(-127 * sign);
      weights[i + 4] = weights[i + 7] = static_cast<std::int8_t>(-sign);
    }
    std::vector<std::uint8_t> inputs(3 * 32, 255);
    expect_alike(weights, 16, 32, inputs);
    for (std::size_t i = 32; i < 64; i += 16) inputs[i + 8] = inputs[i + 10] = inputs[i + 4] = inputs[i + 7] = 0;
    expect_alike(weights, 16, 32, inputs);
  }
}

TEST(ByteKernels, know_weights_that_sixteen_bits_do_not_hold) {
  const struct {
    std::vector<std::pair<std::size_t, int>> weights;  // column and weight
    bool fits;
  } rows[] = {
      {{{0, 127}, {13, 1}}, true},   {{{0, 127}, {13, 2}}, false},   {{{0, 127}, {2, 127}, {13, -127}}, true},
      {{{3, -127}, {15, -1}}, true}, {{{3, -127}, {15, -2}}, false}, {{{0, 127}, {16, 127}}, true},
  };
  for (const auto& row : rows) {
    std::vector<std::int8_t> weights(16 * 32);
    for (const auto& [column, weight] : row.weights) weights[5 * 32 + column] = static_cast<std::int8_t>(weight);
    const std::vector<std::int8_t> packed = pack_bytes(weights, 16, 32);
    EXPECT_EQ(fits_sixteen_bits({packed, 16, 32}), row.fits);
  }
}

}  // namespace
}  // namespace hearsay
