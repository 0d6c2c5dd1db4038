// Cuts a sentence for the reading of amounts, by hand-written rules over characters. Grammar's own tokens follow the
// habits of a treebank ("10-12" may be one token or three); amounts need one cut that does not change with training.
// It does not judge what a number means.
#include "extract/quantities/pieces.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

namespace hearsay {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) && c != 0xBA && c != 0xAA;
}

bool is_space(char32_t c) { return c <= ' ' || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c))); }

std::size_t digits_from(std::string_view text, std::size_t byte) {
  std::size_t end = byte;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - byte;
}

// A blank and three digits, no more.
bool is_spaced_group(std::string_view text, std::size_t byte) {
  return byte < text.size() && text[byte] == ' ' && digits_from(text, byte + 1) == 3;
}

// The bytes of what parts two groups of digits at `byte`: a comma, a narrow or no-break space, or a plain space where
// it must part groups: after a currency's sign ("$4 512"), between three groups ("4 512 000"), before zeros ("10
// 000"). 0 when nothing there does.
std::size_t group_mark(std::string_view text, std::size_t byte, bool spaced) {
  if (byte >= text.size()) return 0;
  if (text[byte] == ',') return 1;
  if (text[byte] == ' ') {
    const bool groups = is_spaced_group(text, byte) && (spaced || is_spaced_group(text, byte + 4));
    return groups || text.substr(byte + 1, 3) == "000" ? 1 : 0;
  }
  if (text.substr(byte, 2) == "\xC2\xA0") return 2;
  for (const std::string_view narrow : {"\xE2\x80\xAF", "\xE2\x80\x89"})
    if (text.substr(byte, 3) == narrow) return 3;
  return 0;
}

struct Digits {
  std::size_t size_bytes;
  double value;
};

double value_of(std::string_view digits) {
  double value = 0;
  double place = 0;
  for (const char c : digits) {
    if (c == '.') place = 1;
    if (!is_digit(c)) continue;
    value = value * 10 + (c - '0');
    place *= 10;
  }
  return place > 1 ? value / place : value;
}

// The number at `byte`, which begins with a digit, or with a point and a digit; `money` right behind a currency's sign.
Digits digits_at(std::string_view text, std::size_t byte, bool money) {
  std::size_t end = byte + digits_from(text, byte);
  if (const std::size_t first = end - byte; first >= 1 && first <= 3) {
    bool spaced = money;
    while (const std::size_t mark = group_mark(text, end, spaced)) {
      const std::size_t group = digits_from(text, end + mark);
      // "1,00,000": as India groups, in twos with a last three.
      const bool in_twos = group == 2 && text[end] == ',' && end + 3 < text.size() && text[end + 3] == ',' &&
                           digits_from(text, end + 4) >= 2 && digits_from(text, end + 4) <= 3;
      if (group != 3 && !in_twos) break;
      spaced = spaced || text[end] == ' ';
      end += mark + group;
    }
  }
  if (end < text.size() && text[end] == '.') {
    if (const std::size_t decimals = digits_from(text, end + 1)) end += 1 + decimals;
  }
  return {end - byte, value_of(text.substr(byte, end - byte))};
}

// The bytes of years in a row at `byte`, as seasons and budgets are called: "2006-07", "2006/07". 0 where there are
// none.
std::size_t years_at(std::string_view text, std::size_t byte) {
  if (digits_from(text, byte) != 4 || (text[byte] != '1' && text[byte] != '2')) return 0;
  std::size_t behind = byte + 4;
  for (const std::string_view mark : {"-", "/", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93"}) {
    if (text.substr(behind, mark.size()) != mark) continue;
    behind += mark.size();
    if (digits_from(text, behind) != 2) return 0;
    const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    return two(behind) == (two(byte + 2) + 1) % 100 ? behind + 2 - byte : 0;
  }
  return 0;
}

}  // namespace

Pieces::Pieces(std::string_view text, Span sentence, const IsPrefix& is_prefix)
    : text_(text), sentence_(sentence), lower_(words_at(text, sentence)) {
  for (char& c : lower_)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const std::string_view within = text.substr(0, sentence.end);
  bool glued = false;
  bool line_begin = true;
  for (std::size_t at = sentence.begin; at < sentence.end;) {
    const CodePoint here = code_point_at(within, at);
    if (is_space(here.value)) {
      line_begin = line_begin || here.value == '\n';
      glued = false;
      at += here.size_bytes;
      continue;
    }
    Piece piece{{at, at + here.size_bytes}, PieceKind::mark, glued, line_begin, 0};
    const bool behind_number = !pieces_.empty() && pieces_.back().kind == PieceKind::number;
    const bool behind_sign = glued && is_prefix(words_at(within, pieces_.back().span));
    const bool point = here.value == '.' && (!glued || behind_sign) && digits_from(within, at + 1) > 0;  // "$.99"
    if (const std::size_t years = behind_sign ? 0 : years_at(within, at)) {
      piece.kind = PieceKind::word;
      piece.span.end = at + years;
    } else if (is_digit(within[at]) || point) {
      const Digits digits = digits_at(within, at, behind_sign);
      piece.kind = PieceKind::number;
      piece.value = digits.value;
      piece.span.end = at + digits.size_bytes;
    } else if (is_letter(here.value)) {
      piece.kind = PieceKind::word;
      bool digits_seen = false;
      while (piece.span.end < within.size()) {
        const CodePoint next = code_point_at(within, piece.span.end);
        const bool digit = next.size_bytes == 1 && is_digit(within[piece.span.end]);
        if (!digit && !is_letter(next.value)) break;
        if (digit && !digits_seen && is_prefix(words_at(within, piece.span))) break;
        // "$US5": a sign of two pieces.
        if (digit && !digits_seen && glued && pieces_.back().kind == PieceKind::mark &&
            is_prefix(words_at(within, hull(pieces_.back().span, piece.span))))
          break;
        digits_seen = digits_seen || digit;
        piece.span.end += next.size_bytes;
      }
      const std::string_view word = words_at(within, piece.span);
      if (behind_number && word.starts_with('M') && word.size() > 2 && is_prefix(word.substr(1)))
        piece.span.end = at + 1;
    }
    at = piece.span.end;
    glued = true;
    line_begin = false;
    pieces_.push_back(piece);
  }
}

bool Pieces::capitalised(std::size_t i) const {
  if (!is_word(i)) return false;
  const char first = text_[pieces_[i].span.begin];
  if (static_cast<unsigned char>(first) < 0x80) return first >= 'A' && first <= 'Z';
  return u_isupper(static_cast<UChar32>(code_point_at(text_, pieces_[i].span.begin).value));
}

bool Pieces::is_hyphen(std::size_t i) const {
  if (i >= size() || pieces_[i].kind != PieceKind::mark) return false;
  const std::string_view mark = exact(i);
  return mark == "-" || mark == "\xE2\x80\x90" || mark == "\xE2\x80\x91" || mark == "\xE2\x80\x93" ||
         mark == "\xE2\x88\x92";
}

}  // namespace hearsay
