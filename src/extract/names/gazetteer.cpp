// The gazetteer's file:
//
//   8 bytes   "HSGAZET1"
//   4 bytes   number of slots, a power of two      4 bytes   number of names
//   48 bytes  zero, so that the slots begin on a cache line
//   4 bytes each slot, little endian: 22 bits of the name's hash, then 10 bits of facts; 0 is an empty slot
//
// Open addressing with linear probing. A fingerprint in place of the name keeps 150,000 names under a megabyte; what
// is lost is the names themselves, which the text has anyway.
#include "extract/names/gazetteer.h"

#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::string_view magic = "HSGAZET1";
constexpr std::size_t header_bytes = 64;
constexpr unsigned fact_bits = 10;
constexpr char32_t table_end = 0x250;
constexpr char32_t second_table = 0x1E00;
constexpr char32_t second_table_end = 0x1F00;

// Letters that Unicode does not take apart but that writers without the key replace so.
char32_t plain_letter(char32_t c) {
  switch (c) {
    case U'ø':
      return U'o';
    case U'ł':
      return U'l';
    case U'đ':
    case U'ð':
      return U'd';
    case U'ı':
      return U'i';
    case U'ħ':
      return U'h';
    case U'ə':
      return U'a';
    default:
      return c;
  }
}

char32_t fold_slowly(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(status);
  c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  icu::UnicodeString parts;
  if (nfd != nullptr && c >= 0xC0 && nfd->getDecomposition(static_cast<UChar32>(c), parts)) {
    c = static_cast<char32_t>(parts.char32At(0));
    if (nfd->getDecomposition(static_cast<UChar32>(c), parts)) c = static_cast<char32_t>(parts.char32At(0));
  }
  return plain_letter(c);
}

// The folded form of each letter of the Latin blocks, worked out once.
struct FoldTable {
  std::array<char16_t, table_end> low;
  std::array<char16_t, second_table_end - second_table> high;
  FoldTable() {
    for (char32_t c = 0; c < table_end; ++c) low[c] = static_cast<char16_t>(fold_slowly(c));
    for (char32_t c = second_table; c < second_table_end; ++c)
      high[c - second_table] = static_cast<char16_t>(fold_slowly(c));
  }
};

char32_t fold(char32_t c) {
  static const FoldTable table;
  if (c < table_end) return table.low[c];
  if (c >= second_table && c < second_table_end) return table.high[c - second_table];
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

bool is_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

bool counts(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

std::uint64_t mixed(std::uint64_t h) {
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93ULL;
  h ^= h >> 32;
  return h;
}

std::uint32_t slot_of(std::uint64_t hash, std::uint16_t facts) {
  return static_cast<std::uint32_t>((hash >> 42) << fact_bits) | facts;
}

}  // namespace

void append_folded(std::string& out, std::string_view word) {
  for (std::size_t byte = 0; byte < word.size();) {
    const auto c = static_cast<unsigned char>(word[byte]);
    if (c < 0x80) {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      ++byte;
      continue;
    }
    const CodePoint point = code_point_at(word, byte);
    byte += point.size_bytes;
    if (point.value == U'’')
      out += '\'';
    else if (!is_mark(point.value))
      append_utf8(out, fold(point.value));
  }
}

std::string folded(std::string_view word) {
  std::string out;
  append_folded(out, word);
  return out;
}

void NameHash::add(std::string_view word) {
  for (std::size_t byte = 0; byte < word.size();) {
    char32_t c = static_cast<unsigned char>(word[byte]);
    if (c < 0x80) {
      ++byte;
      if (c >= 'A' && c <= 'Z') c += 32;
    } else {
      const CodePoint point = code_point_at(word, byte);
      byte += point.size_bytes;
      if (is_mark(point.value)) continue;
      c = fold(point.value);
    }
    if (counts(c)) state_ = (state_ ^ c) * 0x100000001B3ULL;
  }
}

std::uint64_t NameHash::value() const { return mixed(state_); }

Gazetteer::Gazetteer(std::string_view file) {
  std::uint32_t slots = 0;
  if (file.size() >= header_bytes) std::memcpy(&slots, file.data() + magic.size(), sizeof slots);
  if (!file.starts_with(magic) || !std::has_single_bit(slots) ||
      file.size() != header_bytes + std::size_t{slots} * sizeof(std::uint32_t)) {
    throw std::runtime_error("models/gazetteer.bin is not a gazetteer");
  }
  slots_ = reinterpret_cast<const std::uint32_t*>(file.data() + header_bytes);
  mask_ = slots - 1;
}

std::uint16_t Gazetteer::facts(std::uint64_t name_hash) const {
  const auto wanted = static_cast<std::uint32_t>(name_hash >> 42);
  // A full table would probe for ever; the writer leaves slots empty, but a replaced file may not.
  for (std::uint64_t i = name_hash & mask_, tries = 0; tries < 64; i = (i + 1) & mask_, ++tries) {
    const std::uint32_t slot = slots_[i];
    if (slot == 0) return 0;
    if (slot >> fact_bits == wanted) return slot & ((1u << fact_bits) - 1);
  }
  return 0;
}

std::string Gazetteer::write(std::vector<Entry> entries) {
  std::map<std::uint64_t, std::uint16_t> joined;
  for (const Entry& entry : entries) joined[entry.name_hash] |= entry.facts;
  const auto slots = static_cast<std::uint32_t>(std::bit_ceil(joined.size() + joined.size() / 4 + 1));
  std::vector<std::uint32_t> table(slots, 0);
  for (const auto& [hash, facts] : joined) {
    std::size_t i = hash & (slots - 1);
    while (table[i] != 0) i = (i + 1) & (slots - 1);
    table[i] = slot_of(hash, facts);
  }
  std::string file(header_bytes + table.size() * sizeof(std::uint32_t), '\0');
  const auto names = static_cast<std::uint32_t>(joined.size());
  std::memcpy(file.data(), magic.data(), magic.size());
  std::memcpy(file.data() + 8, &slots, sizeof slots);
  std::memcpy(file.data() + 12, &names, sizeof names);
  std::memcpy(file.data() + header_bytes, table.data(), table.size() * sizeof(std::uint32_t));
  return file;
}

}  // namespace hearsay
