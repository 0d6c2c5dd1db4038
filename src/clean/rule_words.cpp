// Cuts at white space and at marks; a full stop, comma or hyphen inside a word ("3.5", "co-owner") does not cut it.
#include "clean/rule_words.h"

#include <algorithm>
#include <cctype>

namespace hearsay {

namespace {

bool is_mark(unsigned char c) { return c < 0x80 && std::ispunct(c) && c != '\'' && c != '&' && c != '$'; }

bool is_address(std::string_view chunk) {
  return chunk.find("://") != std::string_view::npos || chunk.starts_with("www.") ||
         chunk.starts_with("pic.twitter.com/") || (chunk.starts_with('@') && chunk.size() > 1);
}

// Marks outside ASCII that stand alone, by their UTF-8 bytes.
std::size_t wide_mark_size(std::string_view rest) {
  if (rest.empty() || (rest[0] != '\xC2' && rest[0] != '\xE2')) return 0;
  for (const std::string_view mark : {"©", "«", "»"})
    if (rest.starts_with(mark)) return 2;
  for (const std::string_view mark : {"–", "—", "“", "”", "‘", "•", "…"})
    if (rest.starts_with(mark)) return 3;
  return 0;
}

// The size of the word or mark that `chunk` (without spaces) begins with.
std::size_t first_piece(std::string_view chunk) {
  if (const std::size_t mark = wide_mark_size(chunk)) return mark;
  if (is_mark(static_cast<unsigned char>(chunk[0]))) return 1;
  std::size_t end = 1;
  while (end < chunk.size()) {
    if (wide_mark_size(chunk.substr(end))) break;
    const auto c = static_cast<unsigned char>(chunk[end]);
    const bool joins = (c == '.' || c == ',' || c == '-' || c == '_') && end + 1 < chunk.size() &&
                       (std::isalnum(static_cast<unsigned char>(chunk[end + 1])) || chunk[end + 1] & 0x80);
    if (is_mark(c) && !joins) break;
    ++end;
  }
  return end;
}

}  // namespace

std::string rule_letters(std::string_view word) {
  std::string small;
  small.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\xE2' && word.substr(i).starts_with("’")) {
      small += '\'';
      i += 2;
    } else {
      small += word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + ('a' - 'A')) : word[i];
    }
  }
  return small;
}

std::vector<RuleWord> rule_words(std::string_view text, std::size_t offset) {
  std::vector<RuleWord> words;
  const auto add = [&](std::size_t begin, std::size_t size) {
    const std::string_view word = text.substr(begin, size);
    words.push_back({{offset + begin, offset + begin + size}, word, rule_letters(word)});
  };
  constexpr std::string_view spaces = " \t\r\n\f\v";
  std::size_t at = 0;
  while ((at = text.find_first_not_of(spaces, at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(spaces, at), text.size());
    if (is_address(text.substr(at, end - at))) {
      add(at, end - at);
      at = end;
    }
    while (at < end) {
      const std::size_t size = first_piece(text.substr(at, end - at));
      add(at, size);
      at += size;
    }
  }
  return words;
}

}  // namespace hearsay
