// Cuts at white space and at marks, and before the "am" or "pm" of a time; a full stop, comma or hyphen inside a word
// ("3.5", "co-owner") does not cut it.
// Most words are letters alone, which one look at each of their bytes shows.
#include "clean/texts/rule_words.h"

#include "clean/markup/word_ends.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>

namespace hearsay {

namespace {

enum ByteKind : std::uint8_t {
  plain = 0,
  space = 1,
  mark = 2,
  wide = 4,  // begins a mark outside ASCII, or a curly apostrophe
};

constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> table{};
  for (const char c : {' ', '\t', '\r', '\n', '\f', '\v'}) table[static_cast<unsigned char>(c)] = space;
  for (int c = 0x21; c < 0x7F; ++c) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!letter && c != '\'' && c != '&' && c != '$') table[static_cast<std::size_t>(c)] = mark;
  }
  table[0xC2] = table[0xE2] = wide;
  return table;
}();

std::uint8_t kind_of(char c) { return kinds[static_cast<unsigned char>(c)]; }

bool is_address(std::string_view chunk) {
  return chunk.find("://") != std::string_view::npos || chunk.starts_with("www.") || is_picture_link(chunk) ||
         (chunk.starts_with('@') && chunk.size() > 1);
}

// Marks outside ASCII that stand alone, by their UTF-8 bytes.
std::size_t wide_mark_size(std::string_view rest) {
  if (rest.empty() || kind_of(rest[0]) != wide) return 0;
  for (const std::string_view one : {"©", "«", "»"})
    if (rest.starts_with(one)) return 2;
  for (const std::string_view one : {"–", "—", "“", "”", "‘", "•", "…"})
    if (rest.starts_with(one)) return 3;
  return 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The bytes before the "am" or "pm" of "10am", "32pm", "10.32am"; all bytes of any other word.
std::size_t before_half_of_day(std::string_view word) {
  if (word.size() < 3 || (word.back() | 0x20) != 'm' || !is_digit(word.front())) return word.size();
  const std::size_t digits = word.size() - 2;
  const bool half = (word[digits] | 0x20) == 'a' || (word[digits] | 0x20) == 'p';
  return half && word.substr(0, digits).find_first_not_of("0123456789.") == std::string_view::npos ? digits
                                                                                                   : word.size();
}

// The size of the word or mark that `chunk` (without spaces) begins with.
std::size_t first_piece(std::string_view chunk) {
  if (const std::size_t size = wide_mark_size(chunk)) return size;
  if (kind_of(chunk[0]) == mark) return 1;
  std::size_t end = 1;
  while (end < chunk.size()) {
    if (wide_mark_size(chunk.substr(end))) break;
    const char c = chunk[end];
    const bool joins = (c == '.' || c == ',' || c == '-' || c == '_') && end + 1 < chunk.size() &&
                       (std::isalnum(static_cast<unsigned char>(chunk[end + 1])) || chunk[end + 1] & 0x80);
    if (kind_of(c) == mark && !joins) break;
    ++end;
  }
  return before_half_of_day(chunk.substr(0, end));
}

constexpr std::string_view curly_apostrophe = "’";

bool is_curly_apostrophe(std::string_view word, std::size_t at) {
  return word[at] == curly_apostrophe[0] && word.substr(at).starts_with(curly_apostrophe);
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Ignores the case of letters, and takes some marks for others.
std::uint64_t key_of(WordEnds word) {
  constexpr std::uint64_t case_bits = 0x2020202020202020u;
  return hash_of({word.first | case_bits, word.last | case_bits, word.size});
}

// Of eight bytes, the first lowest, marks those that are not ASCII letters by their highest bits.
std::uint64_t no_letters(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  const std::uint64_t small = (eight | 0x20 * each) & 0x7F * each;
  const std::uint64_t from_a = small + (0x80 - 'a') * each;
  const std::uint64_t beyond_z = small + (0x7F - 'z') * each;
  return ~(from_a & ~beyond_z & ~eight) & 0x80 * each;
}

class Cutter {
 public:
  Cutter(std::string_view text, std::size_t offset, std::vector<RuleWord>& words)
      : text_(text), offset_(offset), words_(words) {}

  void cut() {
    for (std::size_t at = 0; at < text_.size() && words_.size() < most_words;) {
      if (kind_of(text_[at]) == space)
        ++at;
      else if (is_hard_space(at))
        at += hard_space.size();
      else if (const std::size_t size = short_word_at(at))
        at += size;
      else
        at = cut_chunk(at);
    }
  }

 private:
  static constexpr std::size_t most_words = 200'000;
  static constexpr std::string_view hard_space = "\xC2\xA0";

  bool is_hard_space(std::size_t at) const {
    return text_[at] == hard_space[0] && at + 1 < text_.size() && text_[at + 1] == hard_space[1];
  }

  // Adds a word of fewer than eight letters, and nothing else, that is followed by a space. Its size; otherwise 0.
  std::size_t short_word_at(std::size_t at) {
    if (text_.size() - at < 8) return 0;
    const std::uint64_t eight = load<std::uint64_t>(text_, at);
    const std::uint64_t ends = no_letters(eight);
    if (ends == 0) return 0;
    const auto size = static_cast<std::size_t>(std::countr_zero(ends)) / 8;
    if (size == 0 || text_[at + size] != ' ') return 0;
    add(at, at + size, key_of({eight & ((std::uint64_t{1} << (8 * size)) - 1), 0, size}));
    return size;
  }

  // Cuts everything up to the next white space. Returns where that is.
  std::size_t cut_chunk(std::size_t begin) {
    std::size_t end = begin;
    std::uint8_t seen = 0;
    for (; end < text_.size() && kind_of(text_[end]) != space && !is_hard_space(end); ++end)
      seen |= kind_of(text_[end]);
    if (seen == 0 && before_half_of_day(text_.substr(begin, end - begin)) == end - begin) {
      add(begin, end, key_of(ends_of(text_.substr(begin, end - begin))));
    } else if (is_address(text_.substr(begin, end - begin))) {
      add(begin, end, rule_key(text_.substr(begin, end - begin)));
    } else {
      for (std::size_t at = begin; at < end && words_.size() < most_words;) {
        const std::string_view piece = text_.substr(at, first_piece(text_.substr(at, end - at)));
        add(at, at + piece.size(), seen & wide ? rule_key(piece) : key_of(ends_of(piece)));
        at += piece.size();
      }
    }
    return end;
  }

  void add(std::size_t begin, std::size_t end, std::uint64_t key) {
    words_.push_back({{offset_ + begin, offset_ + end}, text_.substr(begin, end - begin), key});
  }

  std::string_view text_;
  std::size_t offset_;
  std::vector<RuleWord>& words_;
};

}  // namespace

bool is_picture_link(std::string_view word) { return word.starts_with("pic.twitter.com/"); }

std::string rule_letters(std::string_view word) {
  std::string letters;
  letters.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool curly = is_curly_apostrophe(word, i);
    letters += curly ? '\'' : small(word[i]);
    if (curly) i += curly_apostrophe.size() - 1;
  }
  return letters;
}

bool has_letters(std::string_view word, std::string_view letters) {
  std::size_t at = 0;
  for (const char wanted : letters) {
    if (at == word.size()) return false;
    const bool curly = is_curly_apostrophe(word, at);
    if ((curly ? '\'' : small(word[at])) != wanted) return false;
    at += curly ? curly_apostrophe.size() : 1;
  }
  return at == word.size();
}

std::uint64_t rule_key(std::string_view word) {
  constexpr std::uint64_t picture = 1;
  if (is_picture_link(word)) return picture;
  const bool curly = word.find(curly_apostrophe) != std::string_view::npos;
  return key_of(ends_of(curly ? std::string_view(rule_letters(word)) : word));
}

void cut_rule_words(std::string_view text, std::size_t offset, std::vector<RuleWord>& words) {
  words.clear();
  Cutter(text, offset, words).cut();
}

std::vector<RuleWord> rule_words(std::string_view text, std::size_t offset) {
  std::vector<RuleWord> words;
  cut_rule_words(text, offset, words);
  return words;
}

}  // namespace hearsay
