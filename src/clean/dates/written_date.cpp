// A hand-written scanner: text is cut into numbers, words and marks, and a few shapes are tried at each number or
// month's name. Digits of other scripts and calendars other than the Gregorian are not read.
#include "clean/dates/written_date.h"

#include "clean/dates/calendar_words.h"

#include <algorithm>
#include <string>

namespace hearsay {

namespace {

struct Piece {
  enum class Kind { number, word, mark } kind = Kind::mark;
  Span span;
  int number = 0;
  std::size_t digits = 0;
  int month = 0;  // if it is a word that names one
  bool space_before = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Reads pieces one at a time, so that a long text takes no memory.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : text_(text) {}

  std::optional<Piece> next() {
    Piece piece;
    while (at_ < text_.size() && is_blank()) piece.space_before = true;
    if (at_ >= text_.size()) return std::nullopt;
    const std::size_t begin = at_;
    if (is_digit(text_[at_])) {
      piece.kind = Piece::Kind::number;
      while (at_ < text_.size() && is_digit(text_[at_])) {
        if (at_ - begin < 8) piece.number = piece.number * 10 + (text_[at_] - '0');
        ++at_;
      }
      piece.digits = at_ - begin;
    } else if (const std::size_t sign = sign_size()) {
      at_ += sign;
      piece.kind = Piece::Kind::word;
    } else if (is_letter(text_[at_])) {
      piece.kind = Piece::Kind::word;
      while (at_ < text_.size() && is_letter(text_[at_]) && sign_size() == 0 && !blank_size()) ++at_;
      piece.month = calendar_words().month_of(text_.substr(begin, at_ - begin));
    } else {
      ++at_;
    }
    piece.span = {begin, at_};
    return piece;
  }

 private:
  std::size_t blank_size() const {
    const char c = text_[at_];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return 1;
    return text_.substr(at_).starts_with("\xC2\xA0") ? 2 : 0;
  }
  bool is_blank() {
    const std::size_t size = blank_size();
    at_ += size;
    return size > 0;
  }
  // The Chinese and Korean signs for year, month and day.
  std::size_t sign_size() const {
    for (const std::string_view sign : {"年", "月", "日", "년", "월", "일"})
      if (text_.substr(at_).starts_with(sign)) return sign.size();
    return 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

class Scanner {
 public:
  Scanner(std::string_view text, DayOrder order, std::size_t most)
      : text_(text), order_(order), most_(most), pieces_(text) {}

  std::vector<WrittenDay> scan() {
    std::vector<WrittenDay> found;
    std::optional<Piece> before;
    while (found.size() < most_ && fill(1)) {
      std::size_t used = 0;
      if (!before || !joins(*before))
        if (const auto day = day_here(used)) found.push_back({{ahead_[0].span.begin, ahead_[used - 1].span.end}, *day});
      used = std::max<std::size_t>(used, 1);
      before = ahead_[used - 1];
      ahead_.erase(ahead_.begin(), ahead_.begin() + static_cast<std::ptrdiff_t>(used));
    }
    return found;
  }

 private:
  // Is the number here only the rest of a longer one: "1.2.3", "12:30"?
  bool joins(const Piece& before) const {
    if (ahead_[0].kind != Piece::Kind::number || ahead_[0].space_before || before.kind != Piece::Kind::mark)
      return false;
    const char c = text_[before.span.begin];
    return c == ':' || c == ',' || c == '.' || c == '$' || c == '#';
  }

  bool fill(std::size_t count) {
    while (ahead_.size() < count) {
      const auto piece = pieces_.next();
      if (!piece) return false;
      ahead_.push_back(*piece);
    }
    return true;
  }

  bool number(std::size_t i, std::size_t fewest, std::size_t most) {
    return fill(i + 1) && ahead_[i].kind == Piece::Kind::number && ahead_[i].digits >= fewest &&
           ahead_[i].digits <= most;
  }
  bool mark(std::size_t i, char c) {
    return fill(i + 1) && ahead_[i].kind == Piece::Kind::mark && text_[ahead_[i].span.begin] == c;
  }
  bool word(std::size_t i, std::initializer_list<std::string_view> words) {
    if (!fill(i + 1) || ahead_[i].kind != Piece::Kind::word) return false;
    const std::string here = in_small_letters(words_at(text_, ahead_[i].span));
    return std::find(words.begin(), words.end(), here) != words.end();
  }
  bool joining(std::size_t i) {
    return fill(i + 1) && ahead_[i].kind == Piece::Kind::word &&
           calendar_words().joins_date(in_small_letters(words_at(text_, ahead_[i].span)));
  }
  bool month(std::size_t i) { return fill(i + 1) && ahead_[i].month > 0; }
  int value(std::size_t i) const { return ahead_[i].number; }

  std::optional<Day> day_here(std::size_t& used) {
    if (ahead_[0].kind == Piece::Kind::number) {
      if (auto day = year_first(used)) return day;
      if (auto day = with_signs(used)) return day;
      if (auto day = day_then_name(used)) return day;
      return numbers_only(used);
    }
    if (ahead_[0].month > 0) return name_then_day(used);
    return std::nullopt;
  }

  std::optional<Day> done(std::optional<Day> day, std::size_t pieces, std::size_t& used) {
    if (day) used = pieces;
    return day;
  }

  // 2016-11-09, 2016/11/9, 2016.11.09
  std::optional<Day> year_first(std::size_t& used) {
    if (!number(0, 4, 4)) return std::nullopt;
    for (const char c : {'-', '/', '.'})
      if (mark(1, c) && number(2, 1, 2) && mark(3, c) && number(4, 1, 2))
        return done(page_day(value(0), value(2), value(4)), 5, used);
    return std::nullopt;
  }

  // 2016年11月9日
  std::optional<Day> with_signs(std::size_t& used) {
    if (!number(0, 4, 4) || !word(1, {"年", "년"}) || !number(2, 1, 2) || !word(3, {"月", "월"}) || !number(4, 1, 2))
      return std::nullopt;
    return done(page_day(value(0), value(2), value(4)), word(5, {"日", "일"}) ? 6 : 5, used);
  }

  // 9 November 2016, 9. Nov. 2016, 9th of November, 2016, 9 de noviembre de 2016, 09-Nov-2016
  std::optional<Day> day_then_name(std::size_t& used) {
    if (!number(0, 1, 2)) return std::nullopt;
    std::size_t i = 1;
    if (word(i, {"st", "nd", "rd", "th", "er", "º", "°", "ος"})) ++i;
    while (i < 4 && (mark(i, '.') || mark(i, '-') || mark(i, ',') || mark(i, '/') || joining(i))) ++i;
    if (!month(i)) return std::nullopt;
    const int name = ahead_[i++].month;
    const std::size_t stop = i + 3;
    while (i < stop && (mark(i, '.') || mark(i, ',') || mark(i, '-') || mark(i, '/') || joining(i))) ++i;
    if (number(i, 4, 4)) return done(page_day(value(i), name, value(0)), i + 1, used);
    // Two digits are a year after a mark, and before a time as in RFC 822 ("8 Oct 13 18:30").
    if (number(i, 2, 2) && (mark(i - 1, '-') || mark(i - 1, '.') || (number(i + 1, 1, 2) && mark(i + 2, ':'))))
      return done(page_day(2000 + value(i), name, value(0)), i + 1, used);
    return std::nullopt;
  }

  // November 9, 2016; Nov. 9th 2016
  std::optional<Day> name_then_day(std::size_t& used) {
    const int name = ahead_[0].month;
    std::size_t i = 1;
    if (mark(i, '.') || mark(i, '-')) ++i;
    if (!number(i, 1, 2)) return std::nullopt;
    const int day = value(i++);
    if (word(i, {"st", "nd", "rd", "th"})) ++i;
    if (mark(i, ',') || mark(i, '.') || mark(i, '-')) ++i;
    if (!number(i, 4, 4)) return std::nullopt;
    return done(page_day(value(i), name, day), i + 1, used);
  }

  // 09.11.2016, 9/11/2016, 09-11-2016, 09.11.16
  std::optional<Day> numbers_only(std::size_t& used) {
    if (!number(0, 1, 2)) return std::nullopt;
    for (const char c : {'.', '/', '-'}) {
      if (!mark(1, c) || !number(2, 1, 2) || !mark(3, c)) continue;
      const bool full = number(4, 4, 4);
      if (!full && !(number(4, 2, 2) && c != '-')) return std::nullopt;
      const int year = full ? value(4) : 2000 + value(4);
      const bool month_first = c != '.' && (order_ == DayOrder::month_first ? value(0) <= 12 : value(2) > 12);
      return done(month_first ? page_day(year, value(0), value(2)) : page_day(year, value(2), value(0)), 5, used);
    }
    return std::nullopt;
  }

  std::string_view text_;
  DayOrder order_;
  std::size_t most_;
  Pieces pieces_;
  std::vector<Piece> ahead_;
};

}  // namespace

std::optional<Day> page_day(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!is_page_year(year) || !date.ok()) return std::nullopt;
  return Day(date);
}

std::vector<WrittenDay> find_written_days(std::string_view text, DayOrder order, std::size_t most) {
  return Scanner(text, order, most).scan();
}

}  // namespace hearsay
