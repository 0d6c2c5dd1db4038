#include "capture/bytes/encoding.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string decoded(std::string_view bytes, const std::optional<std::string>& stated = std::nullopt) {
  const DecodedPage page = decode_page(bytes, stated);
  EXPECT_FALSE(first_broken_byte(page.text));
  return page.text + " (" + page.encoding + ", " + page.known_by + ")";
}

TEST(EncodingTest, a_page_is_decoded_as_browsers_do) {
  EXPECT_EQ(decoded("\xEF\xBB\xBFé"), "é (utf-8, byte order mark)");
  EXPECT_EQ(decoded(std::string_view("\xFF\xFE"
                                     "a\0b\0",
                                     6)),
            "ab (utf-16le, byte order mark)");
  EXPECT_EQ(decoded("caf\xE9", "iso-8859-1"), "café (windows-1252, carrier)");
  EXPECT_EQ(decoded("<meta charset=\"windows-1251\">\xC4\xE0"),
            "<meta charset=\"windows-1251\">Да (windows-1251, meta)");
  EXPECT_EQ(decoded("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-15\">\xA4"),
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-15\">€ (iso-8859-15, meta)");
}

TEST(EncodingTest, well_formed_utf8_is_utf8_whatever_is_stated) {
  EXPECT_EQ(decoded("<meta charset=iso-8859-1>é", "iso-8859-1"), "<meta charset=iso-8859-1>é (utf-8, bytes)");
}

TEST(EncodingTest, broken_bytes_become_replacement_characters) {
  EXPECT_EQ(decoded("<meta charset=utf-8>a\xFF"
                    "b"),
            "<meta charset=utf-8>a\xEF\xBF\xBD"
            "b (utf-8, meta)");
  EXPECT_EQ(decoded("<meta charset=nonsense>plain", "more-nonsense").substr(0, 28), "<meta charset=nonsense>plain");
  EXPECT_EQ(decoded(std::string_view("<meta charset=utf-8>a\0b", 23)).find('\0'), std::string::npos);
}

TEST(EncodingTest, characters_lead_back_to_their_bytes) {
  const std::string_view latin = "caf\xE9 noir";
  using Bytes = std::vector<std::size_t>;
  // In UTF-8 "é" takes a byte more, so "n" stands one further; the last is the text's end.
  EXPECT_EQ(bytes_in_page(latin, "iso-8859-1", {0, 3, 6, 10}), Bytes({0, 3, 5, 9}));
  EXPECT_EQ(bytes_in_page("\xEF\xBB\xBF"
                          "abc",
                          std::nullopt, {1, 3}),
            Bytes({4, 6}));
  EXPECT_EQ(bytes_in_page("abc", std::nullopt, {}), Bytes({}));
  EXPECT_EQ(bytes_in_page("", std::nullopt, {0, 0}), Bytes({0, 0}));
  // Beyond the blocks that ICU converts in.
  const std::string longer = std::string(10000, 'a') + "\xE9" + std::string(10000, 'b');
  EXPECT_EQ(bytes_in_page(longer, "iso-8859-1", {10000, 10002, 20002}), Bytes({10000, 10001, 20001}));
}

}  // namespace
}  // namespace hearsay
