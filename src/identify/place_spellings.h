// Which spellings are of one place: a table of fingerprints made from GeoNames (models/place_spellings.md).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay {

class PlaceSpellings {
 public:
  // One spelling of one place. A spelling that several places have stands there several times.
  struct Entry {
    std::uint64_t spelling;  // fingerprint() of the folded name
    std::uint32_t place;     // the place's GeoNames number
  };

  // Reads the bytes in place; they must outlive the table. Throws std::runtime_error when they are no such table.
  explicit PlaceSpellings(std::string_view bytes);

  // The numbers of the places that are spelt so, in ascending order; empty for a name that the table does not have.
  // `folded` is what fold() makes of a name.
  std::span<const std::uint32_t> places(std::string_view folded) const;

  static std::uint64_t fingerprint(std::string_view folded);  // XXH64
  // The table's bytes: the count (8 bytes), the fingerprints in ascending order (8 each), the places (4 each),
  // little-endian.
  static std::vector<char> write(std::vector<Entry> entries);

 private:
  std::span<const std::uint64_t> spellings_;
  std::span<const std::uint32_t> places_;
};

}  // namespace hearsay
