#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace hearsay {
namespace {

// Texts of very different make: long stretches of ASCII, other characters, broken bytes.
std::string random_text(std::mt19937& random, bool broken) {
  const std::string_view parts[] = {"a", "é", "中", "😀", "the bridge over the river Wennel was closed", "\n", "\xE4"};
  std::string text(random() % 70, 'x');
  for (std::size_t left = random() % 20; left > 0; --left)
    text += parts[random() % (std::size(parts) - (broken ? 0 : 1))];
  return text;
}

TEST(Utf8Test, code_points_are_counted_as_one_by_one) {
  std::mt19937 random(4);
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_text(random, i % 2);
    const CodePointIndex index(text);
    std::size_t count = 0;
    for (std::size_t byte = 0; byte <= text.size(); ++byte) {
      EXPECT_EQ(index.code_points_before(byte), count);
      if (byte < text.size()) count += (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
    }
  }
}

TEST(Utf8Test, the_first_byte_that_is_broken_is_found_and_the_first_that_is_not_ascii) {
  std::mt19937 random(6);
  for (int i = 0; i < 1000; ++i) {
    const std::string text = random_text(random, true);
    std::optional<std::size_t> broken;
    for (std::size_t byte = 0; byte < text.size() && !broken;) {
      const CodePoint point = code_point_at(text, byte);
      if (point.value == 0xFFFD && point.size_bytes == 1) broken = byte;
      byte += point.size_bytes;
    }
    EXPECT_EQ(first_broken_byte(text), broken);
    std::size_t ascii = 0;
    while (ascii < text.size() && static_cast<unsigned char>(text[ascii]) < 0x80) ++ascii;
    EXPECT_EQ(ascii_prefix(text), ascii);
  }
}

}  // namespace
}  // namespace hearsay
