#include "dissect/kernels.h"

#include <gtest/gtest.h>

#include <random>

namespace hearsay {
namespace {

TEST(Kernels, multiply_as_the_plain_sum_does) {
  std::mt19937 random(3);
  for (const std::size_t count : {1, 3, 4, 8, 9, 25}) {
    const std::size_t rows = 30, columns = 38;
    std::vector<std::int16_t> matrix(rows * columns), inputs(count * columns);
    for (auto& w : matrix) w = static_cast<std::int16_t>(random() % 4001 - 2000);
    for (auto& x : inputs) x = static_cast<std::int16_t>(random() % 2049 - 1024);
    const std::vector<std::int16_t> packed = pack(matrix, rows, columns);
    std::vector<std::int32_t> products(count * 32);
    multiply({packed, 32, columns}, inputs.data(), columns, count, products.data());
    for (std::size_t t = 0; t < count; ++t)
      for (std::size_t r = 0; r < rows; ++r) {
        std::int32_t sum = 0;
        for (std::size_t c = 0; c < columns; ++c) sum += matrix[r * columns + c] * inputs[t * columns + c];
        ASSERT_EQ(products[t * 32 + r], sum) << count << " inputs, input " << t << ", row " << r;
      }
  }
}

TEST(Kernels, find_the_first_of_the_highest_scores) {
  const std::vector<std::int32_t> scores = {9, 2, 7, 7, 1}, bias = {0, 0, 0, 0, 6};
  EXPECT_EQ(best_of(scores.data(), bias.data(), 0, 5), 0u);
  EXPECT_EQ(best_of(scores.data(), bias.data(), 1, 5), 2u);
  EXPECT_EQ(best_of(scores.data(), bias.data(), 4, 5), 4u);
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
