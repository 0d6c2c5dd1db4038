// One pass over the bytes: plain letters go by a table, the rest by ICU's case folding. The hash is FNV-1a (Fowler,
// Noll, Vo) over the folded bytes. It does not know languages: no stems, no compound splitting.
#include "group/held/words.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace hearsay {

namespace {

constexpr std::uint32_t hash_start = 2166136261U;

std::uint32_t hash_on(std::uint32_t hash, unsigned char byte) { return (hash ^ byte) * 16777619U; }

std::uint32_t hash_code_point(std::uint32_t hash, char32_t value) {
  for (int shift = 0; shift < 24; shift += 8) hash = hash_on(hash, static_cast<unsigned char>(value >> shift));
  return hash;
}

// What a plain byte is folded to inside a word; 0 where it divides words.
constexpr std::array<unsigned char, 128> folded_bytes = [] {
  std::array<unsigned char, 128> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = c;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<unsigned char>(c - 'A' + 'a');
  return table;
}();

bool is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }
bool is_ideograph(char32_t value) { return value >= 0x2E80 && value < 0xA640; }

// Of eight bytes the highest bit of each that is a plain letter or digit.
std::uint64_t letters_among(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  constexpr std::uint64_t highest = 0x80 * each;
  // For bytes below 128: the highest bit says whether the byte is `least` or more.
  const auto from = [](std::uint64_t bytes, std::uint64_t least) { return bytes + (0x80 - least) * each; };
  const std::uint64_t plain = eight & ~highest;
  const std::uint64_t small = plain | 0x20 * each;
  const std::uint64_t letters = from(small, 'a') & ~from(small, 'z' + 1);
  const std::uint64_t digits = from(plain, '0') & ~from(plain, '9' + 1);
  return (letters | digits) & ~eight & highest;
}

class Reader {
 public:
  Reader(std::string_view text, std::span<const Span> left_out) : text_(text), left_out_(left_out) {
    words_.reserve(text.size() / 6 + 1);
  }

  std::vector<Word> read() {
    while (at_ < text_.size()) {
      if (skip_left_out()) continue;
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte == ' ') {
        ++at_;
      } else if (byte < 128) {
        if (folded_bytes[byte] != 0)
          read_word();
        else
          read_plain_mark(byte);
      } else {
        read_wide();
      }
    }
    return std::move(words_);
  }

 private:
  bool skip_left_out() {
    while (next_left_out_ < left_out_.size() && left_out_[next_left_out_].end <= at_) ++next_left_out_;
    if (next_left_out_ == left_out_.size() || at_ < left_out_[next_left_out_].begin) return false;
    at_ = left_out_[next_left_out_].end;
    double_open_ = single_open_ = false;
    opens_ = true;
    return true;
  }

  void read_plain_mark(unsigned char byte) {
    ++at_;
    if (byte == '"') {
      double_open_ = !double_open_;
      after_stop_ = true;
    } else if (byte == '.' || byte == '!' || byte == '?' || byte == ':') {
      opens_ = after_stop_ = true;
    } else if (byte == '\n') {
      end_line();
    } else if (byte != ' ' && byte != ')' && byte != '\r') {
      after_stop_ = false;
    }
  }

  // Text that was wrapped at a fixed width breaks in the middle of sentences: only a blank line, or a line that ends
  // with a stop or a quotation mark, ends the paragraph.
  void end_line() {
    const bool blank = at_ >= 2 && text_[at_ - 2] == '\n';
    opens_ = true;
    if (blank || after_stop_) double_open_ = single_open_ = false;
  }

  void read_wide() {
    const CodePoint point = code_point_at(text_, at_);
    if (u_isalnum(static_cast<UChar32>(point.value)) != 0) return read_word();
    at_ += point.size_bytes;
    switch (point.value) {
      case 0x201C:
      case 0x201E:
      case 0x00AB:
        double_open_ = true;
        break;
      case 0x201D:
      case 0x00BB:
        double_open_ = false;
        after_stop_ = true;
        break;
      case 0x2018:
        single_open_ = true;
        break;
      case 0x2019:
        single_open_ = false;
        after_stop_ = true;
        break;
      default:
        break;
    }
  }

  void read_word() {
    Word word;
    word.begin = static_cast<std::uint32_t>(at_);
    word.hash = hash_start;
    word.number = is_digit(static_cast<unsigned char>(text_[at_]));
    word.capital = begins_with_capital();
    word.quoted = double_open_ || single_open_;
    word.opens = opens_;
    const std::size_t end = std::min(text_.size(), limit());
    do {
      at_ = take_plain_letters(word, end);
    } while (at_ < end && take_letter(word));
    word.end = static_cast<std::uint32_t>(at_);
    words_.push_back(word);
    opens_ = after_stop_ = false;
  }

  // Where the plain letters that come next end. Eight bytes at a time: where a word ends is known before its hash, and
  // the hash of each beginning of the eight is computed whether it is asked for or not, as no processor foresees words'
  // lengths.
  std::size_t take_plain_letters(Word& word, std::size_t end) const {
    std::array<std::uint32_t, 9> hashes;
    std::size_t at = at_;
    while (at + 8 <= end) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text_.data() + at, sizeof eight);
      const std::uint64_t others = ~letters_among(eight) & 0x8080808080808080U;
      const std::size_t count = others == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(others)) / 8;
      eight |= 0x2020202020202020U;  // letters are made small, digits stay
      hashes[0] = word.hash;
#pragma GCC unroll 8
      for (unsigned i = 0; i < 8; ++i) hashes[i + 1] = hash_on(hashes[i], static_cast<unsigned char>(eight >> 8 * i));
      word.hash = hashes[count];
      at += count;
      if (count < 8) return at;
    }
    for (; at < end; ++at) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte >= 128 || folded_bytes[byte] == 0) break;
      word.hash = hash_on(word.hash, folded_bytes[byte]);
    }
    return at;
  }

  std::size_t limit() const {
    return next_left_out_ < left_out_.size() ? left_out_[next_left_out_].begin : text_.size();
  }

  bool begins_with_capital() const {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte < 128) return byte >= 'A' && byte <= 'Z';
    return u_isupper(static_cast<UChar32>(code_point_at(text_, at_).value)) != 0;
  }

  // Takes the letter at the place reached into the word; false where the word has ended.
  bool take_letter(Word& word) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte < 128) {
      if (const unsigned char folded = folded_bytes[byte]; folded != 0) {
        word.hash = hash_on(word.hash, folded);
        ++at_;
        return true;
      }
      return take_inner_mark(word, byte, 1);
    }
    const CodePoint point = code_point_at(text_, at_);
    if (point.value == 0x2019) return take_inner_mark(word, '\'', point.size_bytes);
    if (u_isalnum(static_cast<UChar32>(point.value)) == 0) return false;
    if (is_ideograph(point.value) && at_ != word.begin) return false;
    word.hash = hash_code_point(word.hash, static_cast<char32_t>(u_foldCase(static_cast<UChar32>(point.value), 0)));
    at_ += point.size_bytes;
    return !is_ideograph(point.value);
  }

  // An apostrophe between letters, a point or comma between digits.
  bool take_inner_mark(Word& word, unsigned char mark, std::size_t size) {
    if (at_ + size >= text_.size()) return false;
    const auto before = static_cast<unsigned char>(text_[at_ - 1]);
    const auto after = static_cast<unsigned char>(text_[at_ + size]);
    if (mark == '\'') {
      if (after >= 128 || folded_bytes[after] == 0 || is_digit(after)) return false;
    } else if ((mark != ',' && mark != '.') || !is_digit(before) || !is_digit(after)) {
      return false;
    }
    if (mark != ',') word.hash = hash_on(word.hash, mark);
    at_ += size;
    return true;
  }

  std::string_view text_;
  std::span<const Span> left_out_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
  std::size_t next_left_out_ = 0;
  bool double_open_ = false;
  bool single_open_ = false;
  bool opens_ = true;        // the next word begins a sentence or a line
  bool after_stop_ = false;  // only a stop or a closing mark came since the last word
};

}  // namespace

std::vector<Word> fold_words(std::string_view text, std::span<const Span> left_out) {
  return Reader(text.substr(0, std::numeric_limits<std::uint32_t>::max() - 1), left_out).read();
}

std::uint32_t hash_of_word(std::string_view word) {
  std::uint32_t hash = hash_start;
  for (const char c : word) hash = hash_on(hash, static_cast<unsigned char>(c));
  return hash;
}

}  // namespace hearsay
