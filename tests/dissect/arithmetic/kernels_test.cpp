#include "dissect/arithmetic/kernels.h"

#include <gtest/gtest.h>

#include <random>

namespace hearsay {
namespace {

TEST(Kernels, multiply_as_the_plain_sum_does_with_whatever_registers_there_are) {
  std::mt19937 random(3);
  for (const std::size_t rows : {16, 30, 48, 80})
    for (std::size_t count = 0; count <= 27; ++count) {
      const std::size_t columns = 38, filled = (rows + 15) / 16 * 16, stride = filled + 5;
      std::vector<std::int16_t> matrix(rows * columns), inputs(count * (columns + 2)), packed;
      for (auto& w : matrix) w = static_cast<std::int16_t>(random() % 4001 - 2000);
      for (auto& x : inputs) x = static_cast<std::int16_t>(random() % 2049 - 1024);
      const PackedMatrix whole = pack(matrix, rows, columns, packed);
      for (const auto& [first, width] : {std::pair<std::size_t, std::size_t>{0, columns}, {6, 20}})
        for (const Multiplier& multiplier : multipliers()) {
          std::vector<std::int32_t> products(count * stride);
          multiplier.multiply(columns_of(whole, first, width),
                              {inputs.data(), columns + 2, count, products.data(), stride});
          for (std::size_t t = 0; t < count; ++t)
            for (std::size_t r = 0; r < rows; ++r) {
              std::int32_t sum = 0;
              for (std::size_t c = 0; c < width; ++c)
                sum += matrix[r * columns + first + c] * inputs[t * (columns + 2) + c];
              ASSERT_EQ(products[t * stride + r], sum)
                  << multiplier.registers << ", " << count << " inputs, input " << t << ", row " << r;
            }
        }
    }
}

TEST(Kernels, multiply_wraps_around_alike_with_whatever_registers_there_are) {
  const std::size_t columns = 128;
  const std::vector<std::int16_t> matrix(16 * columns, -32768), inputs(7 * columns, -32768);
  std::vector<std::int16_t> packed;
  const PackedMatrix whole = pack(matrix, 16, columns, packed);
  for (const Multiplier& multiplier : multipliers()) {
    std::vector<std::int32_t> products(7 * 16, 1);
    multiplier.multiply(whole, {inputs.data(), columns, 7, products.data(), 16});
    EXPECT_EQ(products, std::vector<std::int32_t>(7 * 16, 0)) << multiplier.registers;
  }
}

TEST(Kernels, find_the_first_of_the_highest_scores) {
  const std::vector<std::int32_t> scores = {9, 2, 7, 7, 1}, bias = {0, 0, 0, 0, 6};
  EXPECT_EQ(best_of(scores.data(), bias.data(), 0, 5), 0u);
  EXPECT_EQ(best_of(scores.data(), bias.data(), 1, 5), 2u);
  EXPECT_EQ(best_of(scores.data(), bias.data(), 4, 5), 4u);
  EXPECT_EQ(best_of(scores.data(), 5), 0u);
  EXPECT_EQ(best_of(scores.data() + 1, 4), 1u);
}

TEST(Kernels, squash_between_minus_one_and_one) {
  const std::int16_t zero = 0, half = one, much = 30000;
  std::int16_t out = 7;
  squash_sum(&zero, &zero, &zero, 1, &out);
  EXPECT_EQ(out, 0);
  squash_sum(&half, &zero, &zero, 1, &out);
  EXPECT_EQ(out, one / 2);
  squash_sum(&much, &much, &zero, 1, &out);
  EXPECT_LT(out, one);
}

}  // namespace
}  // namespace hearsay
