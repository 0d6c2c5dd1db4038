// Layout: the number of words; their codes, of one byte or two (big endian), each followed by the word's length where
// the code does not tell it; then three lists, each a count and its entries: the gaps between words that are not one
// code point, the names, and the words at which a quotation begins or ends. An entry is the number of words since the
// list's last one; a gap's has its length in the low bits, less two, where it is two, three or four code points.
#include "group/held/packed_words.h"

#include "group/held/word_codes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::uint32_t most_place = (1U << 30) - 1;
constexpr unsigned gap_bits = 2;
constexpr std::uint32_t least_gap = 2;
constexpr std::uint32_t other_gap = (1U << gap_bits) - 1;  // the gap follows as a number of its own

[[noreturn]] void fail() { throw std::runtime_error("the saved words of an article are damaged"); }

std::uint8_t take_byte(std::string_view& bytes) {
  if (bytes.empty()) fail();
  const auto byte = static_cast<std::uint8_t>(bytes.front());
  bytes.remove_prefix(1);
  return byte;
}

// A list of words by their numbers, as distances, with a small number of their own.
class Marked {
 public:
  void put(std::size_t word, std::uint32_t low = 0, unsigned low_bits = 0) {
    put_number(entries_, static_cast<std::uint64_t>(word - last_) << low_bits | low);
    last_ = word;
    ++count_;
  }
  std::string& entries() { return entries_; }
  void append_to(std::string& bytes) const {
    put_number(bytes, count_);
    bytes += entries_;
  }

 private:
  std::string entries_;
  std::size_t last_ = 0;
  std::size_t count_ = 0;
};

void put_codes(std::string& bytes, const PlacedWords& text) {
  const WordCodes& codes = WordCodes::shared();
  constexpr std::size_t most_bytes = 7;  // a code and a length
  std::size_t at = bytes.size();
  bytes.resize(at + most_bytes * text.words.size());
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    const std::uint16_t code = text.words[i];
    if (code >= WordCodes::two_bytes) bytes[at++] = static_cast<char>(code >> 8);
    bytes[at++] = static_cast<char>(code & 255U);
    if (codes.length_of(code) != 0) continue;
    std::uint32_t length = text.places[i].end - text.places[i].begin;
    for (; length > 127; length >>= 7) bytes[at++] = static_cast<char>((length & 127U) | 128U);
    bytes[at++] = static_cast<char>(length);
  }
  bytes.resize(at);
}

// Codes, and the words' lengths for now as their ends.
void take_codes(std::string_view& bytes, std::uint64_t count, PlacedWords& text) {
  const WordCodes& codes = WordCodes::shared();
  text.words.resize(count);
  text.places.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (bytes.size() < 2) {  // only behind the last word there may be less than a long code
      text.words[i] = take_byte(bytes);
      if (text.words[i] >= WordCodes::one_byte) fail();
    } else {
      const auto first = static_cast<unsigned char>(bytes[0]);
      const bool is_long = first >= WordCodes::one_byte;
      const auto both = static_cast<std::uint16_t>(first << 8 | static_cast<unsigned char>(bytes[1]));
      text.words[i] = is_long ? both : first;
      bytes.remove_prefix(is_long ? 2 : 1);
    }
    const std::uint32_t length = codes.length_of(text.words[i]);
    text.places[i].end = (length != 0 ? length : static_cast<std::uint32_t>(take_number(bytes))) & most_place;
  }
}

template <class Take>
void take_list(std::string_view& bytes, std::size_t words, unsigned low_bits, const Take& take) {
  std::uint64_t word = 0;
  for (std::uint64_t left = take_number(bytes); left > 0; --left) {
    const std::uint64_t entry = take_number(bytes);
    word += entry >> low_bits;
    if (word >= words) fail();
    take(static_cast<std::size_t>(word), static_cast<std::uint32_t>(entry & ((1U << low_bits) - 1)));
  }
}

void set_places(std::vector<WordPlace>& places) {
  std::uint32_t last = 0;
  for (WordPlace& place : places) {
    place.begin += last;
    place.end = (place.begin + place.end) & most_place;
    last = place.end;
  }
}

}  // namespace

void put_number(std::string& bytes, std::uint64_t value) {
  for (; value > 127; value >>= 7) bytes += static_cast<char>((value & 127U) | 128U);
  bytes += static_cast<char>(value);
}

std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint8_t byte = take_byte(bytes);
    value |= static_cast<std::uint64_t>(byte & 127U) << shift;
    if (byte < 128) return value;
  }
  fail();
}

namespace {

// Code points before bytes that are asked for in ascending order. Runs of plain bytes are passed over eight at a time.
class PointCounter {
 public:
  explicit PointCounter(std::string_view text) : text_(text), wide_(next_wide(0)) {}

  std::uint32_t before(std::size_t byte) {
    while (wide_ < byte) {
      inner_ += (static_cast<unsigned char>(text_[wide_]) & 0xC0U) == 0x80U ? 1 : 0;
      wide_ = next_wide(wide_ + 1);
    }
    return static_cast<std::uint32_t>(byte - inner_);
  }

 private:
  // The next byte that is not plain.
  std::size_t next_wide(std::size_t at) const {
    for (; at + 8 <= text_.size(); at += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text_.data() + at, sizeof eight);
      eight &= 0x8080808080808080U;
      if (eight != 0) return at + static_cast<std::size_t>(std::countr_zero(eight)) / 8;
    }
    while (at < text_.size() && (text_[at] & 0x80) == 0) ++at;
    return at;
  }

  std::string_view text_;
  std::size_t wide_;
  std::size_t inner_ = 0;  // bytes so far that continue a code point
};

}  // namespace

PlacedWords place_words(std::string_view text, std::span<const Word> words) {
  const WordCodes& codes = WordCodes::shared();
  PlacedWords placed;
  placed.words.resize(words.size());
  placed.places.resize(words.size());
  PointCounter points(text.substr(0, words.empty() ? 0 : words.back().end));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    WordPlace& place = placed.places[i];
    place.begin = points.before(word.begin);
    const std::uint32_t end = points.before(word.end);
    place.end = end & most_place;
    place.quoted = word.quoted ? 1 : 0;
    place.name = word.capital && !word.opens ? 1 : 0;
    placed.words[i] = codes.code_of(word, end - place.begin);
  }
  return placed;
}

std::string pack_words(const PlacedWords& text) {
  std::string bytes;
  bytes.reserve(text.words.size() * 2 + 16);
  put_number(bytes, text.words.size());
  put_codes(bytes, text);
  Marked gaps;
  Marked names;
  Marked quotations;
  std::uint32_t last = 0;
  std::uint32_t quoted = 0;
  for (std::size_t i = 0; i < text.places.size(); ++i) {
    const WordPlace& place = text.places[i];
    if (const std::uint32_t gap = place.begin - last; gap != 1) {
      const bool is_listed = gap >= least_gap && gap < least_gap + other_gap;
      gaps.put(i, is_listed ? gap - least_gap : other_gap, gap_bits);
      if (!is_listed) put_number(gaps.entries(), gap);
    }
    if (place.name != 0) names.put(i);
    if (place.quoted != quoted) quotations.put(i);
    quoted = place.quoted;
    last = place.end;
  }
  gaps.append_to(bytes);
  names.append_to(bytes);
  quotations.append_to(bytes);
  return bytes;
}

std::size_t count_packed_words(std::string_view bytes) { return take_number(bytes); }

PlacedWords unpack_words(std::string_view bytes) {
  PlacedWords text;
  const std::uint64_t count = take_number(bytes);
  if (count > bytes.size()) fail();
  take_codes(bytes, count, text);
  for (WordPlace& place : text.places) place.begin = 1;
  take_list(bytes, count, gap_bits, [&](std::size_t word, std::uint32_t gap) {
    text.places[word].begin = gap != other_gap ? least_gap + gap : static_cast<std::uint32_t>(take_number(bytes));
  });
  set_places(text.places);
  take_list(bytes, count, 0, [&](std::size_t word, std::uint32_t) { text.places[word].name = 1; });
  std::size_t next = count;
  take_list(bytes, count, 0, [&](std::size_t word, std::uint32_t) {
    const bool quoted = next != count;
    for (std::size_t i = next; i < word; ++i) text.places[i].quoted = 1;
    next = quoted ? count : word;
  });
  for (std::size_t i = next; i < count; ++i) text.places[i].quoted = 1;
  return text;
}

}  // namespace hearsay
