// A sorted array of fingerprints, searched in place by bisection. A name that is not in the table is taken for one
// of it about once in 3 x 10^14 names.
#include "identify/place_spellings.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <string>
#include <tuple>

namespace hearsay {

static_assert(std::endian::native == std::endian::little, "the table is read where it lies");

PlaceSpellings::PlaceSpellings(std::string_view bytes) {
  std::uint64_t count = 0;
  if (bytes.size() >= sizeof(count)) std::memcpy(&count, bytes.data(), sizeof(count));
  if (bytes.size() < sizeof(count) || count > bytes.size() || bytes.size() != 8 + count * 12)
    throw std::runtime_error("models/place_spellings.bin is not a table of place spellings");
  spellings_ = {reinterpret_cast<const std::uint64_t*>(bytes.data() + 8), static_cast<std::size_t>(count)};
  places_ = {reinterpret_cast<const std::uint32_t*>(bytes.data() + 8 + count * 8), static_cast<std::size_t>(count)};
}

std::span<const std::uint32_t> PlaceSpellings::places(std::string_view folded) const {
  const auto range = std::equal_range(spellings_.begin(), spellings_.end(), fingerprint(folded));
  return places_.subspan(static_cast<std::size_t>(range.first - spellings_.begin()),
                         static_cast<std::size_t>(range.second - range.first));
}

std::uint64_t PlaceSpellings::fingerprint(std::string_view folded) { return XXH64(folded.data(), folded.size(), 0); }

std::vector<char> PlaceSpellings::write(std::vector<Entry> entries) {
  const auto order = [](const Entry& entry) { return std::tuple(entry.spelling, entry.place); };
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
  entries.erase(
      std::unique(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) { return order(a) == order(b); }),
      entries.end());
  const std::uint64_t count = entries.size();
  std::vector<char> bytes(8 + count * 12);
  std::memcpy(bytes.data(), &count, 8);
  for (std::size_t i = 0; i < count; ++i) {
    std::memcpy(bytes.data() + 8 + i * 8, &entries[i].spelling, 8);
    std::memcpy(bytes.data() + 8 + count * 8 + i * 4, &entries[i].place, 4);
  }
  return bytes;
}

}  // namespace hearsay
