// Cuts a text into the words of the time rules. Letters and digits are always apart ("10am", "1990s", "14th"), so that
// a rule can name the parts; a hyphen between two of them is kept as the gap. It decides nothing about language.
#include "extract/times/words.h"

#include "base/utf8.h"

namespace hearsay {

namespace {

enum class Kind { letter, digit, space, line_break, hyphen, apostrophe, mark };

struct Piece {
  Kind kind;
  std::size_t size;
};

Kind kind_of_ascii(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Kind::letter;
  if (c >= '0' && c <= '9') return Kind::digit;
  if (c == '\n') return Kind::line_break;
  if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') return Kind::space;
  if (c == '-') return Kind::hyphen;
  if (c == '\'') return Kind::apostrophe;
  return Kind::mark;
}

Piece piece_at(std::string_view text, std::size_t byte) {
  if (static_cast<unsigned char>(text[byte]) < 0x80) return {kind_of_ascii(text[byte]), 1};
  const CodePoint point = code_point_at(text, byte);
  const char32_t c = point.value;
  if (c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000) return {Kind::space, point.size_bytes};
  if (c == 0x2010 || c == 0x2011) return {Kind::hyphen, point.size_bytes};
  if (c == 0x2018 || c == 0x2019) return {Kind::apostrophe, point.size_bytes};
  if (c == 0x2028 || c == 0x2029) return {Kind::line_break, point.size_bytes};
  if ((c >= 0xA1 && c <= 0xBF) || (c >= 0x2012 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) || c == 0xFFFD)
    return {Kind::mark, point.size_bytes};
  return {Kind::letter, point.size_bytes};
}

std::string lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::int32_t number_of(std::string_view digits) {
  if (digits.size() > 9) return -1;
  std::int32_t number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// The white space, line breaks and at most one hyphen before the next word.
class GapReader {
 public:
  explicit GapReader(std::string_view text) : text_(text) {}

  Gap skip(std::size_t& byte, bool after_word) {
    std::size_t spaces = 0, breaks = 0;
    const std::size_t begin = byte;
    while (byte < text_.size()) {
      const Piece piece = piece_at(text_, byte);
      if (piece.kind == Kind::space)
        ++spaces;
      else if (piece.kind == Kind::line_break)
        ++breaks;
      else if (piece.kind == Kind::hyphen && after_word && byte == begin && next_is_word(byte + piece.size)) {
        byte += piece.size;
        return Gap::hyphen;
      } else
        break;
      byte += piece.size;
    }
    if (breaks > 1) return Gap::wide;
    return spaces + breaks > 0 ? Gap::space : Gap::none;
  }

 private:
  bool next_is_word(std::size_t byte) const {
    if (byte >= text_.size()) return false;
    const Kind kind = piece_at(text_, byte).kind;
    return kind == Kind::letter || kind == Kind::digit;
  }

  std::string_view text_;
};

bool is_digit(std::string_view text, std::size_t byte) {
  return byte < text.size() && text[byte] >= '0' && text[byte] <= '9';
}

// The "5" of "6.5", the "900" of "1,900".
bool is_behind_point(std::string_view text, Span span) {
  if (span.begin < 2 || !is_digit(text, span.begin - 2)) return false;
  return text[span.begin - 1] == '.' || text[span.begin - 1] == ',';
}

// "2596.72", "1,900", "$1990", "\u00a31990"
bool part_of_number(std::string_view text, Span span) {
  const auto point = [&](std::size_t byte) { return byte < text.size() && (text[byte] == '.' || text[byte] == ','); };
  if (point(span.end) && is_digit(text, span.end + 1)) return true;
  if (span.begin == 0) return false;
  const std::string_view before = text.substr(0, span.begin);
  if (before.ends_with('$') || before.ends_with('#') || before.ends_with("\u00a3") || before.ends_with("\u20ac"))
    return true;
  return is_behind_point(text, span);
}

// The bytes of the ".0" in "2.0 weeks", which says no more than "2 weeks"; 0 where no such stands. "7.00" is a clock's.
std::size_t zero_decimal(std::string_view text, std::size_t byte) {
  constexpr std::string_view decimal = ".0";
  const std::size_t end = byte + decimal.size();
  if (text.substr(byte, decimal.size()) != decimal || is_digit(text, end)) return 0;
  return text.substr(end, 1) == "." && is_digit(text, end + 1) ? 0 : decimal.size();
}

TimeWord word_of(std::string_view text, Span span, Kind kind, const Vocabulary& vocabulary) {
  TimeWord word;
  word.span = span;
  const std::string_view form = words_at(text, span);
  if (kind == Kind::digit) {
    word.symbol = Vocabulary::digits;
    word.number = number_of(form);
    word.part_of_number = part_of_number(text, span);
    word.behind_point = is_behind_point(text, span);
  } else if (kind == Kind::apostrophe) {
    word.symbol = vocabulary.find("'");
  } else if (form.size() <= 16) {
    word.capital = form[0] >= 'A' && form[0] <= 'Z';
    word.symbol = vocabulary.find(lower_case(form));
  }
  return word;
}

}  // namespace

std::uint32_t Vocabulary::add(std::string_view lower) {
  const auto [place, added] = numbers_.try_emplace(std::string(lower), next_);
  if (added) ++next_;
  return place->second;
}

std::uint32_t Vocabulary::find(std::string_view lower) const {
  const auto place = numbers_.find(lower);
  return place == numbers_.end() ? unknown : place->second;
}

std::vector<TimeWord> time_words(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<TimeWord> words;
  words.reserve(text.size() / 5);
  GapReader gaps(text);
  bool after_word = false;
  for (std::size_t byte = 0; byte < text.size();) {
    const Gap gap = words.empty() ? (gaps.skip(byte, false), Gap::wide) : gaps.skip(byte, after_word);
    if (byte >= text.size()) break;
    const Piece first = piece_at(text, byte);
    std::size_t end = byte + first.size;
    after_word = first.kind == Kind::letter || first.kind == Kind::digit;
    while (after_word && end < text.size()) {
      const Piece piece = piece_at(text, end);
      if (piece.kind != first.kind) break;
      end += piece.size;
    }
    const std::size_t digits_end = end;
    if (first.kind == Kind::digit) end += zero_decimal(text, end);
    words.push_back(word_of(text, {byte, digits_end}, first.kind, vocabulary));
    words.back().span.end = end;
    words.back().gap = gap;
    byte = end;
  }
  return words;
}

}  // namespace hearsay
