// Cuts at white space and at marks; a full stop, comma or hyphen inside a word ("3.5", "co-owner") does not cut it.
// Most words are letters alone, which one look at each of their bytes tells.
#include "clean/rule_words.h"

#include "clean/word_ends.h"

#include <algorithm>
#include <array>
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
  return end;
}

constexpr std::string_view curly_apostrophe = "’";

bool is_curly_apostrophe(std::string_view word, std::size_t at) {
  return word[at] == curly_apostrophe[0] && word.substr(at).starts_with(curly_apostrophe);
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::uint64_t key_of_bytes(std::string_view word) { return hash_of(small_letters(ends_of(word))); }

std::uint64_t key_of(std::string_view word, bool curly) {
  constexpr std::uint64_t picture = 1;
  if (is_picture_link(word)) return picture;
  return curly ? key_of_bytes(rule_letters(word)) : key_of_bytes(word);
}

// The words and marks of a chunk that is not letters alone.
template <class Add>
void cut_chunk(std::string_view text, std::size_t begin, std::size_t end, const Add& add) {
  if (is_address(text.substr(begin, end - begin))) return add(begin, end);
  while (begin < end) {
    const std::size_t size = first_piece(text.substr(begin, end - begin));
    add(begin, begin + size);
    begin += size;
  }
}

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
  return key_of(word, word.find(curly_apostrophe) != std::string_view::npos);
}

void cut_rule_words(std::string_view text, std::size_t offset, std::vector<RuleWord>& words) {
  words.clear();
  for (std::size_t at = 0; at < text.size();) {
    if (kind_of(text[at]) == space) {
      ++at;
      continue;
    }
    std::size_t end = at;
    std::uint8_t seen = 0;
    for (; end < text.size() && kind_of(text[end]) != space; ++end) seen |= kind_of(text[end]);
    const auto add = [&](std::size_t begin, std::size_t stop) {
      const std::string_view word = text.substr(begin, stop - begin);
      words.push_back({{offset + begin, offset + stop}, word, seen ? rule_key(word) : key_of_bytes(word)});
    };
    if (seen)
      cut_chunk(text, at, end, add);
    else
      add(at, end);
    at = end;
  }
}

std::vector<RuleWord> rule_words(std::string_view text, std::size_t offset) {
  std::vector<RuleWord> words;
  cut_rule_words(text, offset, words);
  return words;
}

}  // namespace hearsay
