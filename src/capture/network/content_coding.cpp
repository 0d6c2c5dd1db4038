// gzip and Zstandard are ByteSources of their own (compressed.h); here are the two that only HTTP has, and the choice
// between them. Archives keep what servers sent, and servers mislabel.
#include "capture/network/content_coding.h"

#include "base/trimmed.h"
#include "capture/bytes/byte_source.h"
#include "capture/bytes/compressed.h"
#include "capture/network/header_text.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>

namespace hearsay {

namespace {

constexpr const char* too_large = "unpacks to more than an article can be (32 MB)";
constexpr std::size_t block_bytes = 64u << 10;

// Text has no control characters but white space. Packed bytes have one before long.
bool is_text(std::string_view bytes) {
  bytes = bytes.substr(0, 512);
  return std::none_of(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' && std::string_view("\t\n\r\f\v\x1B").find(c) == std::string_view::npos;
  });
}

bool begins_with_magic(std::string_view bytes) {
  return bytes.starts_with("\x1F\x8B\x08") || bytes.starts_with("\x28\xB5\x2F\xFD");
}

// RFC 1950, 2.2: the method, and a check that makes the first two bytes a multiple of 31.
bool begins_like_zlib(std::string_view bytes) {
  if (bytes.size() < 2) return false;
  const unsigned first = static_cast<unsigned char>(bytes[0]);
  const unsigned second = static_cast<unsigned char>(bytes[1]);
  return (first & 0x0F) == Z_DEFLATED && (first >> 4) <= 7 && (first * 256 + second) % 31 == 0;
}

// Adds to what is unpacked; false when that is too much.
bool add(std::string_view piece, Uncoded& all) {
  all.bytes += piece;
  if (all.bytes.size() <= largest_record_bytes) return true;
  all = {{}, too_large};
  return false;
}

Uncoded without_magic(std::string_view body) {
  Uncoded all;
  try {
    const auto source = unpacked(open_memory(body));
    std::string block(1u << 20, '\0');
    while (const std::size_t got = source->read(block))
      if (!add(std::string_view(block).substr(0, got), all)) break;
  } catch (const Unreadable& error) {
    all.fault = error.what();
  }
  return all;
}

// `window_bits` as inflateInit2() has them: 15 with zlib's header, -15 without.
Uncoded inflated(std::string_view body, int window_bits) {
  Uncoded all;
  z_stream stream{};
  if (inflateInit2(&stream, window_bits) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, int (*)(z_stream*)> closed(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  std::string block(block_bytes, '\0');
  for (int result = Z_OK; result != Z_STREAM_END;) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    result = inflate(&stream, Z_NO_FLUSH);
    const std::size_t got = block.size() - stream.avail_out;
    if (!add(std::string_view(block).substr(0, got), all)) break;
    if (result == Z_STREAM_END || (result == Z_OK && got > 0)) continue;
    all.fault =
        result == Z_OK || result == Z_BUF_ERROR ? "is deflate data that is cut short" : "is broken deflate data";
    break;
  }
  return all;
}

Uncoded without_brotli(std::string_view body) {
  Uncoded all;
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
  std::size_t in_left = body.size();
  std::string block(block_bytes, '\0');
  for (;;) {
    auto* out = reinterpret_cast<std::uint8_t*>(block.data());
    std::size_t out_left = block.size();
    const auto result = BrotliDecoderDecompressStream(state.get(), &in_left, &in, &out_left, &out, nullptr);
    if (!add(std::string_view(block).substr(0, block.size() - out_left), all)) break;
    if (result == BROTLI_DECODER_RESULT_SUCCESS) break;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    all.fault = result == BROTLI_DECODER_RESULT_ERROR ? "is broken Brotli data" : "is Brotli data that is cut short";
    break;
  }
  return all;
}

// What a coding's name promises, where the bytes do not say what they are.
Uncoded without(std::string_view coding, std::string_view body) {
  if (coding == "br") return without_brotli(body);
  if (begins_like_zlib(body)) return inflated(body, 15);
  if (coding == "deflate") return inflated(body, -15);
  return {{}, "is not packed as its header says (" + std::string(coding.substr(0, 20)) + ")"};
}

bool is_plain(std::string_view coding) { return coding.empty() || coding == "identity" || coding == "none"; }

}  // namespace

Uncoded undo_codings(std::string body, std::string_view codings) {
  Uncoded all{std::move(body), {}};
  // Keeps the first fault: what comes after it follows from it.
  const auto take = [&all](Uncoded next) {
    if (!all.fault.empty()) next.fault = all.fault;
    all = std::move(next);
  };
  for (int layer = 0; layer < 4 && !codings.empty(); ++layer) {
    const std::size_t comma = codings.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    const std::string coding = small(trimmed(codings.substr(begin)));
    codings = codings.substr(0, comma == std::string_view::npos ? 0 : comma);
    if (is_plain(coding) || all.bytes.empty()) continue;
    if (begins_with_magic(all.bytes))
      take(without_magic(all.bytes));  // however often it is packed so
    else if (!is_text(all.bytes))
      take(without(coding, all.bytes));
  }
  if (begins_with_magic(all.bytes)) take(without_magic(all.bytes));
  return all;
}

}  // namespace hearsay
