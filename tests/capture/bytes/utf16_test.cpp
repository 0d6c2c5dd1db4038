#include "capture/bytes/utf16.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace hearsay {
namespace {

// Units in either order behind their mark.
std::string in_utf16(std::u16string_view units, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += big ? std::string{high, low} : std::string{low, high};
  }
  return bytes;
}

// Gives its bytes a few at a time, so that units and characters are cut.
class Dripping : public ByteSource {
 public:
  Dripping(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t size = std::min({into.size(), step_, bytes_.size() - at_});
    std::copy_n(bytes_.data() + at_, size, into.data());
    at_ += size;
    return size;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

std::string decoded(const std::string& bytes, std::size_t step) {
  Dripping source(bytes, step);
  return read_all(*from_utf16(source), 1 << 20);
}

TEST(Utf16Test, either_order_is_read_however_it_is_cut) {
  const std::u16string lone(1, static_cast<char16_t>(0xD83D));
  const std::u16string low(1, static_cast<char16_t>(0xDE00));
  const struct {
    std::u16string units;
    const char* text;
  } rows[] = {
      {u"", ""},
      {u"The quay\n", "The quay\n"},
      {u"Café \u20AC", "Café \u20AC"},
      {u"\U0001F600!", "\U0001F600!"},
      {lone + u"a", "\uFFFDa"},
      {lone + lone + low, "\uFFFD\U0001F600"},
      {u"a" + low, "a\uFFFD"},
      {u"a" + lone, "a\uFFFD"},
  };
  for (const auto& row : rows)
    for (const bool big : {false, true})
      for (const std::size_t step : {1u, 3u, 1000u})
        EXPECT_EQ(decoded(in_utf16(row.units, big), step), row.text) << big << " " << step;
  EXPECT_EQ(decoded(in_utf16(u"ab", false) + "c", 2), "ab\uFFFD");
  const std::string many(100000, 'q');
  EXPECT_EQ(decoded(in_utf16(std::u16string(100000, u'q'), true), 4096), many);
}

TEST(Utf16Test, the_mark_tells) {
  EXPECT_TRUE(is_utf16("\xFE\xFF"));
  EXPECT_TRUE(is_utf16(std::string_view("\xFF\xFE{\0", 4)));
  EXPECT_FALSE(is_utf16(std::string_view("\xFF\xFE\0\0", 4)));  // UTF-32
  EXPECT_FALSE(is_utf16("\xEF\xBB\xBF{"));
  EXPECT_FALSE(is_utf16("\xFF"));
}

}  // namespace
}  // namespace hearsay
