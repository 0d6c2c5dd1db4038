#include "persist/packed_text.h"

#include <xxhash.h>
#include <zstd.h>

#include <memory>
#include <stdexcept>

namespace hearsay {

namespace {

// Higher levels hardly make texts of a few KB smaller, and take longer.
constexpr int level = 9;
// An account is packed behind its texts once and read often.
constexpr int level_behind = 19;
// Large enough for what is packed behind other texts to refer to any part of them and of itself.
constexpr int window_log = 27;

// A size that nothing packed in the store reaches, not even the grouping's parts and the largest accounts.
constexpr unsigned long long most_bytes = 1ULL << 30;

[[noreturn]] void fail() { throw std::runtime_error("cannot be unpacked"); }

std::size_t sure(std::size_t code) {
  if (ZSTD_isError(code) != 0) fail();
  return code;
}

}  // namespace

std::string pack_text(std::string_view text) { return pack_behind({}, text); }

std::string unpack_text(std::string_view packed) { return unpack_behind({}, packed); }

std::string pack_behind(std::string_view before, std::string_view text) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  if (!context) throw std::bad_alloc();
  sure(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, before.empty() ? level : level_behind));
  if (!before.empty()) {
    sure(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_enableLongDistanceMatching, 1));
    sure(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, window_log));
    sure(ZSTD_CCtx_refPrefix(context.get(), before.data(), before.size()));
  }
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(sure(ZSTD_compress2(context.get(), packed.data(), packed.size(), text.data(), text.size())));
  return packed;
}

std::string unpack_behind(std::string_view before, std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most_bytes) fail();
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  sure(ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, window_log));
  if (!before.empty()) sure(ZSTD_DCtx_refPrefix(context.get(), before.data(), before.size()));
  std::string text(static_cast<std::size_t>(size), '\0');
  if (sure(ZSTD_decompressDCtx(context.get(), text.data(), text.size(), packed.data(), packed.size())) != size) fail();
  return text;
}

std::uint64_t content_of(std::string_view title, std::string_view text) {
  return XXH3_64bits_withSeed(text.data(), text.size(), XXH3_64bits(title.data(), title.size()));
}

}  // namespace hearsay
