// A hand-written scanner: text is cut into numbers, words and marks, and each of a few shapes is tried at each number
// or month's name. Digits of other scripts and calendars other than the Gregorian are not read.
#include "clean/written_date.h"

#include "base/lines.h"
#include "base/resources.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace hearsay {

namespace {

constexpr int first_year = 1990;
constexpr int last_year = 2099;

std::optional<Day> day_of(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (year < first_year || year > last_year || !date.ok()) return std::nullopt;
  return Day(date);
}

using Months = std::unordered_map<std::string, int>;

Months read_months(std::string_view file) {
  Months months;
  while (!file.empty()) {
    std::string_view line = next_line(file);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    const int number = std::stoi(std::string(line.substr(0, space)));
    for (line.remove_prefix(space + 1); !line.empty();) {
      const std::size_t word = std::min(line.find(' '), line.size());
      months.emplace(line.substr(0, word), number);
      line.remove_prefix(std::min(word + 1, line.size()));
    }
  }
  return months;
}

const Months& months() {
  static const Months read = read_months(resource("data/month_names.txt"));
  return read;
}

// Small letters of ASCII, Latin-1, Greek and Cyrillic: enough for the months' names.
std::string small_letters(std::string_view word) {
  std::string small(word);
  for (std::size_t i = 0; i < small.size(); ++i) {
    const auto c = static_cast<unsigned char>(small[i]);
    if (c >= 'A' && c <= 'Z') small[i] = static_cast<char>(c + 32);
    if (i + 1 == small.size()) break;
    const auto next = static_cast<unsigned char>(small[i + 1]);
    if (c == 0xC3 && next >= 0x80 && next <= 0x9E) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xD0 && next >= 0x90 && next <= 0x9F) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xD0 && next >= 0xA0 && next <= 0xAF) {
      small[i] = '\xD1';
      small[i + 1] = static_cast<char>(next - 32);
    }
    if (c == 0xCE && next >= 0x91 && next <= 0x9F) small[i + 1] = static_cast<char>(next + 32);
    if (c == 0xCE && next >= 0xA0 && next <= 0xA9) {
      small[i] = '\xCF';
      small[i + 1] = static_cast<char>(next - 32);
    }
  }
  return small;
}

struct Piece {
  enum class Kind { number, word, mark } kind = Kind::mark;
  Span span;
  int number = 0;
  std::size_t digits = 0;
  int month = 0;  // of a word that names one
  bool space_before = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Reads pieces one at a time, so that a long text costs no memory.
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
      if (at_ - begin <= 24) {
        const auto found = months().find(small_letters(text_.substr(begin, at_ - begin)));
        if (found != months().end()) piece.month = found->second;
      }
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
    const std::string here = small_letters(words_at(text_, ahead_[i].span));
    return std::find(words.begin(), words.end(), here) != words.end();
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
        return done(day_of(value(0), value(2), value(4)), 5, used);
    return std::nullopt;
  }

  // 2016年11月9日
  std::optional<Day> with_signs(std::size_t& used) {
    if (!number(0, 4, 4) || !word(1, {"年", "년"}) || !number(2, 1, 2) || !word(3, {"月", "월"}) || !number(4, 1, 2))
      return std::nullopt;
    return done(day_of(value(0), value(2), value(4)), word(5, {"日", "일"}) ? 6 : 5, used);
  }

  // 9 November 2016, 9. Nov. 2016, 9th of November, 2016, 9 de noviembre de 2016, 09-Nov-2016
  std::optional<Day> day_then_name(std::size_t& used) {
    if (!number(0, 1, 2)) return std::nullopt;
    std::size_t i = 1;
    if (word(i, {"st", "nd", "rd", "th", "er", "º", "°", "ος"})) ++i;
    while (i < 4 && (mark(i, '.') || mark(i, '-') || mark(i, ',') || mark(i, '/') || word(i, {"of", "de", "do", "di"})))
      ++i;
    if (!month(i)) return std::nullopt;
    const int name = ahead_[i++].month;
    const std::size_t stop = i + 3;
    while (i < stop &&
           (mark(i, '.') || mark(i, ',') || mark(i, '-') || mark(i, '/') || word(i, {"de", "del", "do", "of"})))
      ++i;
    if (number(i, 4, 4)) return done(day_of(value(i), name, value(0)), i + 1, used);
    if (number(i, 2, 2) && (mark(i - 1, '-') || mark(i - 1, '.')))
      return done(day_of(2000 + value(i), name, value(0)), i + 1, used);
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
    return done(day_of(value(i), name, day), i + 1, used);
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
      return done(month_first ? day_of(year, value(0), value(2)) : day_of(year, value(2), value(0)), 5, used);
    }
    return std::nullopt;
  }

  std::string_view text_;
  DayOrder order_;
  std::size_t most_;
  Pieces pieces_;
  std::vector<Piece> ahead_;
};

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

int to_number(std::string_view digits) { return std::stoi(std::string(digits)); }

std::optional<Day> eight_digits(std::string_view text) {
  return day_of(to_number(text.substr(0, 4)), to_number(text.substr(4, 2)), to_number(text.substr(6, 2)));
}

bool in_years(const Moment& moment) {
  const int year = static_cast<int>(std::chrono::year_month_day(moment.day).year());
  return year >= first_year && year <= last_year;
}

// "21:19:00 GMT", "21:19 +0100" after a written day. Named zones other than UTC are not read: then only the day counts.
std::optional<Moment> with_time(Day day, std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" ,"), rest.size()));
  const std::size_t time_end = std::min(rest.find(' '), rest.size());
  std::string iso = to_iso(day) + "T" + std::string(rest.substr(0, time_end));
  rest.remove_prefix(std::min(time_end + 1, rest.size()));
  if (rest.starts_with("GMT") || rest.starts_with("UTC") || rest.starts_with("UT"))
    iso += "Z";
  else if (rest.starts_with('+') || rest.starts_with('-'))
    iso += rest.substr(0, rest.find(' '));
  else
    return std::nullopt;
  return parse_moment(iso);
}

}  // namespace

std::vector<WrittenDay> find_written_days(std::string_view text, DayOrder order, std::size_t most) {
  return Scanner(text, order, most).scan();
}

std::optional<Moment> read_date_value(std::string_view value, DayOrder order) {
  while (!value.empty() && (value.front() == ' ' || value.front() == '\n' || value.front() == '\t'))
    value.remove_prefix(1);
  while (!value.empty() && (value.back() == ' ' || value.back() == '\n' || value.back() == '\t'))
    value.remove_suffix(1);
  value = value.substr(0, 200);
  if (const auto moment = parse_moment(value)) return in_years(*moment) ? moment : std::nullopt;
  if (all_digits(value)) {
    if (value.size() == 8 || value.size() == 12 || value.size() == 14) {
      if (const auto day = eight_digits(value)) return Moment{*day, std::nullopt};
    }
    if (value.size() == 10 || value.size() == 13) {
      const std::chrono::sys_seconds time{std::chrono::seconds(std::stoll(std::string(value.substr(0, 10))))};
      const Day day = std::chrono::floor<std::chrono::days>(time);
      const Moment moment{day, time - std::chrono::sys_seconds(day)};
      return in_years(moment) ? std::optional(moment) : std::nullopt;
    }
    return std::nullopt;
  }
  const auto days = find_written_days(value, order, 1);
  if (days.empty()) return std::nullopt;
  if (const auto moment = with_time(days[0].day, value.substr(days[0].span.end))) return moment;
  return Moment{days[0].day, std::nullopt};
}

std::optional<Day> day_in_address(std::string_view address) {
  address = address.substr(0, 2000);
  const auto digits_at = [&](std::size_t at) {
    std::size_t end = at;
    while (end < address.size() && is_digit(address[end])) ++end;
    return address.substr(at, end - at);
  };
  for (std::size_t at = 0; at < address.size(); ++at) {
    if (!is_digit(address[at]) || (at > 0 && is_digit(address[at - 1]))) continue;
    const std::string_view year = digits_at(at);
    if (year.size() == 8)
      if (const auto day = eight_digits(year)) return day;
    if (year.size() == 1 || year.size() == 2)  // -09-11-2031
      if (const auto days = find_written_days(address.substr(at, 10), DayOrder::day_first, 1);
          !days.empty() && days[0].span.begin == 0 && address.substr(at + year.size()).starts_with('-'))
        return days[0].day;
    const std::size_t middle = at + 5;
    if (year.size() != 4 || middle >= address.size()) continue;
    const char between = address[at + 4];
    const std::string_view month = digits_at(middle);
    if (between == '/' && month.size() == 4)  // /2016/1109/
      if (const auto day = day_of(to_number(year), to_number(month.substr(0, 2)), to_number(month.substr(2))))
        return day;
    const std::size_t last = middle + month.size();
    if ((between != '/' && between != '-' && between != '_') || month.empty() || month.size() > 2 ||
        last >= address.size() || address[last] != between)
      continue;
    const std::string_view day = digits_at(last + 1);
    if (!day.empty() && day.size() <= 2)
      if (const auto found = day_of(to_number(year), to_number(month), to_number(day))) return found;
  }
  return std::nullopt;
}

}  // namespace hearsay
