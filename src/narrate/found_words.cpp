#include "narrate/found_words.h"

#include "base/folding.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

#include <string>

namespace hearsay {

namespace {

struct Word {
  Span span;
  std::string folded;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool inside = false;
  for (std::size_t byte = 0; byte < text.size();) {
    const CodePoint c = code_point_at(text, byte);
    const bool letter = u_isalnum(static_cast<UChar32>(c.value)) != 0;
    if (letter && !inside) words.push_back({{byte, byte}, {}});
    byte += c.size_bytes;
    inside = letter;
    if (!letter) continue;
    words.back().span.end = byte;
    append_utf8(words.back().folded, plain_letter(c.value));
  }
  return words;
}

// For each word, how many words before and with it are also the beginning.
std::vector<std::size_t> borders_of(const std::vector<Word>& words) {
  std::vector<std::size_t> borders(words.size(), 0);
  for (std::size_t i = 1, matched = 0; i < words.size(); ++i) {
    while (matched > 0 && words[i].folded != words[matched].folded) matched = borders[matched - 1];
    if (words[i].folded == words[matched].folded) ++matched;
    borders[i] = matched;
  }
  return borders;
}

}  // namespace

std::vector<Span> find_words(std::string_view text, std::string_view words, std::size_t most) {
  const std::vector<Word> wanted = words_of(words);
  std::vector<Span> found;
  if (wanted.empty()) return found;
  const std::vector<Word> all = words_of(text);
  const std::vector<std::size_t> borders = borders_of(wanted);
  for (std::size_t i = 0, matched = 0; i < all.size() && found.size() < most; ++i) {
    while (matched > 0 && all[i].folded != wanted[matched].folded) matched = borders[matched - 1];
    if (all[i].folded == wanted[matched].folded) ++matched;
    if (matched < wanted.size()) continue;
    found.push_back({all[i + 1 - matched].span.begin, all[i].span.end});
    matched = borders[matched - 1];
  }
  return found;
}

}  // namespace hearsay
