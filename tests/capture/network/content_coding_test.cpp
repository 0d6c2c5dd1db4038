#include "capture/network/content_coding.h"

#include "capture/packed.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

const std::string road = "<p>The coast road was closed on Monday after a slip, the town said, and nobody was hurt.</p>";

std::string brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 64;
  std::string packed(size, '\0');
  BrotliEncoderCompress(1, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                        reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(packed.data()));
  packed.resize(size);
  return packed;
}

TEST(ContentCodingTest, bodies_are_unpacked_whatever_is_said_of_them) {
  const struct {
    std::string body;
    const char* codings;
  } rows[] = {
      {road, ""},
      {road, "identity"},
      {gzipped(road), "gzip"},
      {gzipped(road), "X-GZip"},
      {zstandard(road), "zstd"},
      {brotli(road), "br"},
      {deflated(road, 15), "deflate"},
      {deflated(road, -15), "deflate"},  // without the header that it should have
      {gzipped(gzipped(road)), "gzip, gzip"},
      {gzipped(gzipped(road)), "gzip"},
      {brotli(gzipped(road)), "gzip, br"},
      {gzipped(brotli(road)), "br, gzip"},
      {gzipped(road), ""},    // packed, though nobody says so
      {gzipped(road), "br"},  // packed otherwise than it is said
      {deflated(road, 15), "gzip"},
      {road, "gzip"},  // not packed at all
      {road, "br"},
      {"", "gzip"},
  };
  for (const auto& row : rows) {
    const Uncoded found = undo_codings(row.body, row.codings);
    EXPECT_EQ(found.bytes, row.body.empty() ? "" : road) << row.codings;
    EXPECT_EQ(found.fault, "") << row.codings;
  }
}

TEST(ContentCodingTest, what_breaks_off_is_kept_as_far_as_it_goes_and_told) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += std::to_string(i * 7919) + " boats\n";
  const struct {
    std::string body;
    const char* codings;
    const char* fault;
  } rows[] = {
      {gzipped(text), "gzip", "is gzip that is cut short"},
      {zstandard(text), "zstd", "is Zstandard data that is cut short"},
      {brotli(text), "br", "is Brotli data that is cut short"},
      {deflated(text, 15), "deflate", "is deflate data that is cut short"},
      {deflated(text, -15), "deflate", "is deflate data that is cut short"},
  };
  for (const auto& row : rows) {
    const Uncoded found = undo_codings(row.body.substr(0, row.body.size() / 2), row.codings);
    EXPECT_EQ(found.fault, row.fault);
    EXPECT_TRUE(text.starts_with(found.bytes)) << row.codings;
    EXPECT_LT(found.bytes.size(), text.size()) << row.codings;
  }
}

TEST(ContentCodingTest, what_cannot_be_unpacked_is_no_text) {
  const std::string noise("\x01\x02\x03\x04\xFF\xFE\xFD", 7);
  for (const char* codings : {"br", "deflate", "gzip", "compress"}) {
    const Uncoded found = undo_codings(noise, codings);
    EXPECT_NE(found.fault, "") << codings;
    EXPECT_EQ(found.bytes, "") << codings;
  }
  EXPECT_EQ(undo_codings(noise, "compress").fault, "is not packed as its header says (compress)");
}

TEST(ContentCodingTest, no_body_unpacks_beyond_what_an_article_can_be) {
  const std::string zeros(40u << 20, 'a');
  for (const auto& [body, codings] :
       {std::pair{gzipped(zeros), "gzip"}, {brotli(zeros), "br"}, {deflated(zeros, 15), "deflate"}}) {
    const Uncoded found = undo_codings(body, codings);
    EXPECT_EQ(found.bytes, "") << codings;
    EXPECT_EQ(found.fault, "unpacks to more than an article can be (32 MB)") << codings;
  }
}

}  // namespace
}  // namespace hearsay
