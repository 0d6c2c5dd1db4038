// Reads numbers by recursive descent over pieces, as they are said in English: hundreds, "and", thousands, a fraction
// behind. What it does not do: numbers with a currency's units in between ("five pounds ten"), roman numerals.
#include "extract/quantities/numerals.h"

#include <array>
#include <cmath>
#include <utility>

namespace hearsay {

namespace {

class Reader {
 public:
  Reader(const Pieces& pieces, const NumberRules& rules, bool money) : pieces_(pieces), rules_(rules), money_(money) {}

  std::optional<Numeral> read(std::size_t first) const;

 private:
  std::optional<Numeral> vague(std::size_t first) const;
  std::optional<Numeral> couple(std::size_t first) const;
  std::optional<Numeral> part_of_scale(double part, std::size_t first, std::size_t at) const;
  std::optional<Numeral> half(std::size_t first) const;
  std::optional<Numeral> fraction(std::size_t first) const;
  std::optional<Numeral> fraction_in_figures(std::size_t first) const;
  std::optional<Numeral> digits(std::size_t first) const;
  std::optional<Numeral> written(std::size_t first) const;
  void add_half(Numeral& number) const;
  void add_decimals_after_comma(Numeral& number) const;
  void add_glyph(Numeral& number) const;
  void multiply(Numeral& number) const;
  void multiply_by_power(Numeral& number) const;
  bool one_in_many(Numeral& number) const;

  // The piece after a hyphen that joins, or `i` itself.
  std::size_t past_hyphen(std::size_t i) const { return i < pieces_.size() && pieces_.joins(i) ? i + 1 : i; }
  bool is_article(std::size_t i) const { return pieces_.is(i, "a") || pieces_.is(i, "an"); }

  const Pieces& pieces_;
  const NumberRules& rules_;
  bool money_;
};

Numeral exactly(double value, std::size_t first, std::size_t last) {
  Numeral number;
  number.first = first;
  number.last = last;
  number.low = number.high = number.mantissa = value;
  return number;
}

void set(Numeral& number, double value) { number.low = number.high = value; }

const double* value_in(const std::unordered_map<std::string, double>& letters, const std::string& word) {
  const auto found = letters.find(word);
  return found == letters.end() ? nullptr : &found->second;
}

const std::array<std::pair<std::string_view, double>, 9> glyphs = {{{"½", 0.5},
                                                                    {"¼", 0.25},
                                                                    {"¾", 0.75},
                                                                    {"⅓", 1.0 / 3},
                                                                    {"⅔", 2.0 / 3},
                                                                    {"⅕", 0.2},
                                                                    {"⅛", 0.125},
                                                                    {"⅜", 0.375},
                                                                    {"⅝", 0.625}}};

std::optional<double> glyph_value(std::string_view mark) {
  for (const auto& [glyph, value] : glyphs)
    if (mark == glyph) return value;
  return std::nullopt;
}

std::optional<Numeral> Reader::vague(std::size_t first) const {
  const auto found = rules_.vague.from(pieces_, first);
  if (!found) return std::nullopt;
  Numeral number;
  number.first = first;
  number.last = found->last;
  // "scores of" is needed to tell it from the verb; the "of" is not part of the amount.
  if (pieces_.is(number.last - 1, "of")) --number.last;
  number.low = found->meaning.low;
  number.high = found->meaning.high;
  number.vague = number.approximate = true;
  number.why = "an order of magnitude";
  return number;
}

// "a couple of hundred", "a couple of weeks": about two.
std::optional<Numeral> Reader::couple(std::size_t first) const {
  std::size_t i = is_article(first) ? first + 1 : first;
  if (!pieces_.is(i, "couple")) return std::nullopt;
  const bool with_of = pieces_.is(i + 1, "of");
  const auto scale = rules_.scales.from(pieces_, i + (with_of ? 2 : 1));
  // "the couple" and "the elderly couple" are two people.
  if (!scale && (!with_of || i == first)) return std::nullopt;
  Numeral number = exactly(2, first, scale ? scale->first : i + 1);
  number.approximate = true;
  if (scale) multiply(number);
  number.why = "\"couple\" is about two";
  return number;
}

// A part of the scale at a piece: half of "million"; nothing where no scale stands there.
std::optional<Numeral> Reader::part_of_scale(double part, std::size_t first, std::size_t at) const {
  const auto scale = rules_.scales.from(pieces_, at);
  if (!scale) return std::nullopt;
  Numeral number = exactly(part, first, scale->first);
  multiply(number);
  return number;
}

// "half a million", "half a mile", "half of the", "half the", "by half". Not "the second half".
std::optional<Numeral> Reader::half(std::size_t first) const {
  if (!pieces_.is(first, "half")) return std::nullopt;
  // "half-a-dozen", "half million"
  const std::size_t article = past_hyphen(first + 1);
  if (auto number = part_of_scale(0.5, first, is_article(article) ? past_hyphen(article + 1) : article)) return number;
  if (first > 0 && pieces_.is(first - 1, "by") && !pieces_.is_word(first + 1)) {
    Numeral number = exactly(0.5, first, first + 1);
    number.share = true;
    return number;
  }
  if (is_article(first + 1)) return exactly(0.5, first, first + 2);
  if (!pieces_.is(first + 1, "of") && !pieces_.is(first + 1, "the") && !pieces_.is(first + 1, "its") &&
      !pieces_.is(first + 1, "their") && !pieces_.is(first + 1, "all"))
    return std::nullopt;
  if (rules_.named_halves.up_to(pieces_, first)) return std::nullopt;
  Numeral number = exactly(0.5, first, first + 1);
  number.share = true;
  return number;
}

// "two-thirds", "three quarters of", "a third of", "one fifth of", "3/4 of".
std::optional<Numeral> Reader::fraction(std::size_t first) const {
  if (auto number = fraction_in_figures(first)) return number;
  const auto above = rules_.words.from(pieces_, first);
  const std::size_t next = past_hyphen(above ? above->last : first + 1);
  if (!above && !is_article(first)) return std::nullopt;
  const auto below = rules_.fractions.from(pieces_, next);
  if (!below) return std::nullopt;
  const double parts = above ? above->meaning : 1;
  const bool plural = pieces_.lower(below->last - 1).ends_with('s');
  if (parts >= below->meaning || plural != (parts != 1)) return std::nullopt;
  // "a quarter million", "a quarter-million"
  if (below->meaning == 4) {
    if (auto number = part_of_scale(parts / below->meaning, first, past_hyphen(below->last))) return number;
  }
  // "a third man", "a quarter": only a part of something is a share, and what something fell by.
  const bool fell_by = first > 0 && pieces_.is(first - 1, "by") && !pieces_.is_word(below->last);
  if (parts == 1 && !fell_by && !pieces_.is(below->last, "of")) return std::nullopt;
  Numeral number = exactly(parts / below->meaning, first, below->last);
  number.share = true;
  // "a quarter of a million"
  if (pieces_.is(number.last, "of") && is_article(number.last + 1)) {
    if (auto scaled = part_of_scale(parts / below->meaning, first, number.last + 2)) return scaled;
  }
  return number;
}

// "3/4 of", "1/2 cup", and with the slash made for it "1\u2044128".
std::optional<Numeral> Reader::fraction_in_figures(std::size_t first) const {
  const bool own_slash = pieces_.is(first + 1, "\u2044");
  if (!pieces_.is_number(first) || !(own_slash || pieces_.is(first + 1, "/")) || !pieces_.glued(first + 1) ||
      !pieces_.is_number(first + 2) || !pieces_.glued(first + 2))
    return std::nullopt;
  if (!own_slash && !rules_.measures.from(pieces_, first + 3)) return std::nullopt;
  const double below = pieces_[first + 2].value;
  if (below < 2 || below > 1000 || pieces_[first].value >= below) return std::nullopt;
  Numeral number = exactly(pieces_[first].value / below, first, first + 3);
  number.digits = true;
  number.share = pieces_.is(first + 3, "of");
  return number;
}

// The "× 10^8" of "3 × 10^8" and "x 10-31", the "e-3" of "4.2e-3".
void Reader::multiply_by_power(Numeral& number) const {
  std::size_t i = number.last;
  const std::string_view mark = i < pieces_.size() ? pieces_.lower(i) : std::string_view();
  const bool ten = (mark == "\u00d7" || mark == "x" || mark == "*") && pieces_.is(i + 1, "10") && pieces_.glued(i + 2);
  const bool e = mark == "e" && pieces_.glued(i) && pieces_.glued(i + 1);
  if (!ten && !e) return;
  i += ten ? 2 : 1;
  const bool hat = ten && pieces_.is(i, "^") && pieces_.glued(i + 1);
  if (hat) ++i;
  const bool minus = pieces_.is_hyphen(i) && pieces_.glued(i + 1);
  if (minus) ++i;
  if (!(hat || minus || e) || !pieces_.is_number(i)) return;
  const double power = pieces_[i].value;
  if (power > 99 || power != std::floor(power)) return;
  set(number, minus ? *number.low / std::pow(10, power) : *number.low * std::pow(10, power));
  number.scaled = true;
  number.last = i + 1;
}

void Reader::add_glyph(Numeral& number) const {
  if (number.last >= pieces_.size()) return;
  if (const auto part = glyph_value(pieces_.exact(number.last)); part && pieces_.glued(number.last)) {
    set(number, *number.low + *part);
    ++number.last;
    return;
  }
  // "2 1/2" and "2-1/2"
  const std::size_t i = past_hyphen(number.last);
  if (pieces_.is_number(i) && pieces_.is(i + 1, "/") && pieces_.glued(i + 1) && pieces_.is_number(i + 2) &&
      pieces_.glued(i + 2)) {
    const double above = pieces_[i].value;
    const double below = pieces_[i + 2].value;
    if (above >= below || (below != 2 && below != 4 && below != 8 && below != 3)) return;
    set(number, *number.low + above / below);
    number.last = i + 3;
  }
}

// "two and a half [million]", "two-and-a-half"
void Reader::add_half(Numeral& number) const {
  const std::size_t conjunction = past_hyphen(number.last);
  const std::size_t article = past_hyphen(conjunction + 1);
  const std::size_t part = past_hyphen(article + 1);
  if (!pieces_.is(conjunction, "and") || !is_article(article)) return;
  if (pieces_.is(part, "half")) {
    set(number, *number.low + 0.5);
  } else if (pieces_.is(part, "quarter") && !pieces_.is(part + 1, "of")) {
    set(number, *number.low + 0.25);
  } else {
    return;
  }
  number.last = part + 1;
}

void Reader::multiply(Numeral& number) const {
  number.mantissa = *number.low;
  const bool split = pieces_.is(number.last, "m") && pieces_.is_word(number.last + 1) && pieces_.glued(number.last + 1);
  if (number.digits && pieces_.is_word(number.last) && (pieces_.glued(number.last) || split)) {  // "1.2m", "40 MUSD"
    const std::string letters(pieces_.exact(number.last));
    const double* factor = value_in(rules_.scale_letters, letters);
    if (factor == nullptr && (money_ || split)) factor = value_in(rules_.money_letters, letters);
    if (factor != nullptr) {
      set(number, *number.low * *factor);
      number.scaled = true;
      ++number.last;
      return;
    }
  }
  for (int times = 0; times < 2; ++times) {  // "two hundred thousand"
    const auto scale = rules_.scales.from(pieces_, past_hyphen(number.last));
    if (!scale) return;
    set(number, *number.low * scale->meaning);
    number.scaled = true;
    number.last = scale->last;
  }
}

// "4,5 %", "2,6 billion": a comma for the decimal point, only where a percentage or a scale shows that it is one
// number.
void Reader::add_decimals_after_comma(Numeral& number) const {
  const std::size_t comma = number.last;
  const std::size_t decimals = comma + 1;
  if (!pieces_.is(comma, ",") || !pieces_.glued(comma) || !pieces_.is_number(decimals) || !pieces_.glued(decimals))
    return;
  const std::size_t places = pieces_[decimals].span.size();
  const bool whole =
      number.low == std::floor(*number.low) && pieces_[decimals].value == std::floor(pieces_[decimals].value);
  const std::size_t behind = decimals + 1;
  const bool told = pieces_.is(behind, "%") || pieces_.is(behind, "percent") || rules_.scales.from(pieces_, behind);
  if (places > 2 || !whole || !told) return;
  set(number, *number.low + pieces_[decimals].value / std::pow(10, places));
  number.last = behind;
}

std::optional<Numeral> Reader::digits(std::size_t first) const {
  if (!pieces_.is_number(first)) return std::nullopt;
  Numeral number = exactly(pieces_[first].value, first, first + 1);
  number.digits = true;
  add_decimals_after_comma(number);
  multiply_by_power(number);
  if (number.scaled) return number;
  add_glyph(number);
  multiply(number);
  if (!number.scaled) {
    add_half(number);
    multiply(number);
  }
  return number;
}

// "twenty-one", "a hundred and five", "two hundred thousand", "three million two hundred thousand".
std::optional<Numeral> Reader::written(std::size_t first) const {
  double total = 0;
  double current = 0;  // what stands before the next thousand, million, ...
  std::size_t i = first;
  std::size_t last = first;
  bool scaled = false;
  double last_word = 1000;  // what the next plain word has to be smaller than
  double last_scale = 1e18;
  double leading = 0;  // the first word: "two" of "two million"
  if (is_article(i)) {
    const auto scale = rules_.scales.from(pieces_, i + 1);
    if (!scale) return std::nullopt;
    current = 1;
    last_word = 0;
    ++i;
  }
  while (i < pieces_.size()) {
    const std::size_t next = i == first ? i : past_hyphen(i);
    if (const auto word = rules_.words.from(pieces_, next)) {
      const bool fits = last_word == 1000 || (last_word == 100 && word->meaning > 0) ||
                        (last_word >= 20 && last_word < 100 && word->meaning > 0 && word->meaning < 10);
      if (!fits) break;
      current += word->meaning;
      last_word = word->meaning < 20 ? 0 : word->meaning;
      if (i == first) leading = word->meaning;
      i = last = word->last;
    } else if (const auto scale = rules_.scales.from(pieces_, next); scale && current > 0) {
      if (scale->meaning == 100) {
        if (current >= 100) break;
        current *= 100;
        last_word = 100;
      } else {
        if (scale->meaning >= last_scale) break;
        total += current * scale->meaning;
        last_scale = scale->meaning;
        current = 0;
        last_word = 1000;
      }
      scaled = true;
      i = last = scale->last;
    } else if (scaled && pieces_.is(next, "and") && (last_word == 100 || current == 0) &&
               rules_.words.from(pieces_, next + 1)) {
      // "a hundred and five" is one number; "a hundred and five of them" cannot be told from it.
      if (pieces_.is(next + 1, "zero")) break;
      i = next + 1;
    } else {
      break;
    }
  }
  if (last == first) return std::nullopt;
  Numeral number = exactly(total + current, first, last);
  number.scaled = scaled;
  number.mantissa = scaled && leading > 0 ? leading : total + current;
  if (!scaled) {
    add_half(number);
    multiply(number);
  }
  return number;
}

// "one in five", "nine out of ten": a share. "two in 2017" is none.
bool Reader::one_in_many(Numeral& number) const {
  std::size_t i = past_hyphen(number.last);
  const bool out_of = pieces_.is(i, "out") && pieces_.is(i + 1, "of");
  const bool in_every = pieces_.is(i, "in") && pieces_.is(i + 1, "every");
  if (!out_of && !pieces_.is(i, "in")) return false;
  i = past_hyphen(i + (out_of || in_every ? 2 : 1));
  const auto whole = pieces_.is_number(i) ? digits(i) : written(i);
  if (!whole || number.scaled || *number.low != std::floor(*number.low) || *whole->low <= *number.low) return false;
  const bool round = *whole->low <= 10 || std::fmod(*whole->low, 10) == 0;
  const bool likely = out_of || in_every || *number.low == 1 || (*number.low < 10 && *whole->low == 10);
  if (!round || !likely || *number.low == 0 || *whole->low > 1e6) return false;
  if (!out_of && !in_every && *whole->low >= 1900 && *whole->low < 2100) return false;
  set(number, *number.low / *whole->low);
  number.last = whole->last;
  number.share = true;
  return true;
}

std::optional<Numeral> Reader::read(std::size_t first) const {
  if (auto number = vague(first)) return number;
  if (auto number = couple(first)) return number;
  if (auto number = half(first)) return number;
  if (auto number = fraction(first)) return number;
  std::optional<Numeral> number;
  if (pieces_.is_number(first)) {
    number = digits(first);
  } else if (pieces_.is_word(first)) {
    number = written(first);
  } else if (const auto part = first < pieces_.size() ? glyph_value(pieces_.exact(first)) : std::nullopt) {
    number = exactly(*part, first, first + 1);
    number->share = pieces_.is(first + 1, "of");
  }
  if (number) one_in_many(*number);
  return number;
}

}  // namespace

bool may_be_numeral(const Pieces& pieces, std::size_t first, const NumberRules& rules) {
  if (pieces.is_number(first)) return true;
  if (!pieces.is_word(first)) return static_cast<unsigned char>(pieces.exact(first)[0]) >= 0x80;  // "½"
  const std::string_view word = pieces.lower(first);
  // "a dozen", "a third", "a couple of", "a mile and a half"
  if (word == "a" || word == "an") {
    const std::size_t next = first + 1;
    if (!pieces.is_word(next)) return false;
    const std::string_view second = pieces.lower(next);
    return second == "couple" || second == "few" || rules.scales.may_begin(second) ||
           rules.fractions.may_begin(second) || pieces.is(next + 1, "and");
  }
  return word == "half" || word == "couple" || rules.words.may_begin(word) || rules.vague.may_begin(word);
}

std::optional<Numeral> numeral_at(const Pieces& pieces, std::size_t first, const NumberRules& rules, bool money) {
  return Reader(pieces, rules, money).read(first);
}

}  // namespace hearsay
