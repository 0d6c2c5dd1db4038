// Puts numbers, units and the words that bound them together, by rules read from data/numbers.txt and data/units.txt.
// From a number it looks forward for the unit, forward again for a second number of a range, and then backward for the
// longest phrases that bound it. What it does not do: sums ("five feet ten inches" are two amounts).
#include "extract/quantities/amounts.h"

#include "dissect/words/counted_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace hearsay {

namespace {

class AmountReader {
 public:
  AmountReader(const Pieces& pieces, const NumberRules& rules, const Units& units)
      : pieces_(pieces), rules_(rules), units_(units) {}

  std::optional<Amount> read(std::size_t number, std::size_t not_before) const;

 private:
  std::optional<Amount> single(std::size_t number, std::size_t not_before) const;
  std::optional<Amount> single_from(std::size_t first) const;
  void read_unit(Amount& amount) const;
  void read_per(Amount& amount) const;
  void scale_behind_currency(Amount& amount) const;
  void read_sign(Amount& amount, std::size_t not_before) const;
  bool is_million(const Amount& amount, const UnitMatch& unit) const;
  void set_unit(Amount& amount, std::size_t unit) const;
  void mixed_half(Amount& amount) const;
  std::size_t far_link(std::size_t first) const;
  void extend_to_range(Amount& amount) const;
  bool can_be_range(const Amount& low, const Amount& high, std::string_view link, bool between) const;
  void bound_before(Amount& amount, std::size_t not_before) const;
  void bound_after(Amount& amount) const;
  void apply(Amount& amount, Bound bound, std::size_t first, std::size_t last) const;
  std::string words(std::size_t first, std::size_t last) const;

  const Pieces& pieces_;
  const NumberRules& rules_;
  const Units& units_;
};

std::string AmountReader::words(std::size_t first, std::size_t last) const {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += (text.empty() ? "" : " ") + std::string(pieces_.lower(i));
  return text;
}

void AmountReader::set_unit(Amount& amount, std::size_t unit) const {
  amount.unit = units_[unit].name;
  amount.kind = units_[unit].kind;
}

// "5m people": millions; "5m deep", "a 5m wall": metres.
bool AmountReader::is_million(const Amount& amount, const UnitMatch& unit) const {
  const std::size_t next = unit.last;
  if (!amount.numeral.digits || pieces_.exact(next - 1) != "m" || !pieces_.glued(next - 1)) return false;
  if (!pieces_.is_word(next)) return false;
  const auto money = units_.behind(pieces_, next, 1e6);
  if (money && units_[money->unit].kind == "money") return true;  // "40m yuan"
  if (pieces_.capitalised(next)) return false;
  const std::string_view word = pieces_.lower(next);
  return counted_words().has(word, CountedWord::plural) ||
         (word.size() > 4 && word.ends_with('s') && !word.ends_with("ss") && word != "hurdles");
}

void AmountReader::read_unit(Amount& amount) const {
  const double value = amount.numeral.low.value_or(1000);
  // "a couple of weeks", "hundreds of miles"
  const bool with_of = amount.numeral.approximate && pieces_.is(amount.unit_last, "of");
  auto found = units_.behind(pieces_, amount.unit_last + (with_of ? 1 : 0), std::abs(value));
  // "a quarter of a percentage point": less than one of the unit, and no share of anything.
  if (amount.numeral.share && pieces_.is(amount.unit_last, "of")) {
    const std::size_t article = amount.unit_last + 1;
    const bool one = pieces_.is(article, "a") || pieces_.is(article, "an") || pieces_.is(article, "one");
    if (one) found = units_.behind(pieces_, article + 1, 1);
    if (one && !found && pieces_.exact(std::min(article + 1, pieces_.size() - 1)) == "US")
      found = units_.behind(pieces_, article + 2, 1);
    if (one && found) amount.numeral.share = false;
  }
  if (amount.unit) {
    // "$31 US a barrel", "$31 U.S."
    const std::size_t i = amount.unit_last;
    const bool dotted =
        pieces_.is(i, "u") && pieces_.is(i + 1, ".") && pieces_.is(i + 2, "s") && pieces_.is(i + 3, ".");
    if (*amount.unit == "dollar" && (dotted || (pieces_.is_word(i) && pieces_.exact(i) == "US"))) {
      if (const auto us = units_.find("US dollar")) set_unit(amount, *us);
      amount.unit_last += dotted ? 4 : 1;
    }
  } else if (found) {
    // A currency sign with a number right behind belongs to that number.
    const bool sign_of_next =
        pieces_.is_number(found->last) && pieces_.glued(found->last) && units_[found->unit].kind == "money";
    // "2010's" and letters that go on are no unit: "5 m&s".
    if (sign_of_next) return;
    if (is_million(amount, *found)) {
      amount.numeral.low = amount.numeral.high = value * 1e6;
      amount.numeral.scaled = true;
      amount.unit_last = amount.numeral.last = found->last;
      read_unit(amount);
      return;
    }
    // "One-in-three" is no inch.
    if (pieces_.is(found->last - 1, "in") && !amount.numeral.digits) return;
    set_unit(amount, found->unit);
    amount.unit_last = found->last;
    scale_behind_currency(amount);
    // "104 F" is a temperature; a capacity of ten farads is not met in news.
    if (*amount.unit == "farad" && std::abs(value) >= 10 && pieces_.exact(found->last - 1) == "F") {
      if (const auto fahrenheit = units_.find("fahrenheit")) set_unit(amount, *fahrenheit);
    }
    // Millions of pounds are money, not weight.
    if (*amount.unit == "pound" && amount.numeral.scaled && value >= 1000 && !pieces_.is(amount.unit_last, "of")) {
      if (const auto sterling = units_.find("pound sterling")) set_unit(amount, *sterling);
    }
  }
  if (amount.unit) read_per(amount);
}

// "40 USD million"
void AmountReader::scale_behind_currency(Amount& amount) const {
  const std::string_view code = pieces_.exact(amount.unit_last - 1);
  const bool is_code =
      code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (amount.kind != "money" || !is_code || amount.numeral.scaled || !amount.numeral.low) return;
  const auto scale = rules_.scales.from(pieces_, amount.unit_last);
  if (!scale) return;
  amount.numeral.low = amount.numeral.high = *amount.numeral.low * scale->meaning;
  amount.numeral.scaled = true;
  amount.unit_last = scale->last;
}

// "$90 per hectare", "$3 a bottle", "700 litre-a-day", "5 g/km".
void AmountReader::read_per(Amount& amount) const {
  std::size_t i = amount.unit_last;
  if (pieces_.is_hyphen(i) && pieces_.joins(i)) ++i;
  const bool per = pieces_.is(i, "per") || (pieces_.is(i, "/") && pieces_.glued(i) && pieces_.glued(i + 1));
  const bool article = pieces_.is(i, "a") || pieces_.is(i, "an") || pieces_.is(i, "each") || pieces_.is(i, "every");
  if ((!per && !article) || amount.kind == "duration" || amount.kind == "age") return;
  ++i;
  if (pieces_.is_hyphen(i) && pieces_.joins(i)) ++i;
  const auto below = units_.behind(pieces_, i, 1);
  // "$6 billion a year earlier" is not paid each year.
  if (below && article && units_[below->unit].kind == "duration" && rules_.behind_times.from(pieces_, below->last))
    return;
  if (below && units_[below->unit].kind != "money") {
    amount.unit = *amount.unit + " per " + units_[below->unit].name;
    amount.unit_last = below->last;
    return;
  }
  const bool known = rules_.priced_things.from(pieces_, i).has_value();
  if (!pieces_.is_word(i) || (!per && !known)) return;
  amount.unit = *amount.unit + " per " + std::string(pieces_.lower(i));
  amount.unit_last = i + 1;
}

// "-5 C", "minus 5", "$-5bn".
void AmountReader::read_sign(Amount& amount, std::size_t not_before) const {
  const std::size_t first = amount.number_first;
  if (first <= not_before) return;
  std::size_t sign = first - 1;
  if (pieces_.is_hyphen(sign) && sign > not_before && pieces_.glued(sign) && pieces_.is(sign - 1, "minus")) --sign;
  const bool word = pieces_.is(sign, "minus") && !(sign > 1 && pieces_.is(sign - 1, "or"));  // "plus or minus 3"
  const bool mark = pieces_.is_hyphen(sign) && pieces_.glued(first) &&
                    (sign == 0 || !pieces_.glued(sign) || pieces_.is(sign - 1, "(")) &&
                    pieces_.exact(sign) != "\xE2\x80\x93" && amount.numeral.digits;
  if (!word && !mark) return;
  if (!amount.numeral.low) return;
  amount.numeral.low = amount.numeral.high = -*amount.numeral.low;
  amount.number_first = sign;
}

// "a mile and a half", "two years and a half"
void AmountReader::mixed_half(Amount& amount) const {
  const std::size_t i = amount.unit_last;
  if (!amount.unit || !pieces_.is(i, "and") || !pieces_.is(i + 1, "a") || !pieces_.is(i + 2, "half")) return;
  if (!amount.numeral.low || pieces_.is(i + 3, "of")) return;
  amount.numeral.low = amount.numeral.high = *amount.numeral.low + 0.5;
  amount.unit_last = i + 3;
}

// The number that begins at `number`, with the sign before it and the unit behind, up to `unit_last`.
std::optional<Amount> AmountReader::single(std::size_t number, std::size_t not_before) const {
  CurrencySign sign = units_.before(pieces_, number);
  bool negative = false;
  if (!sign.found && number >= 2 && pieces_.is_hyphen(number - 1) && pieces_.glued(number)) {
    sign = units_.before(pieces_, number - 1);
    negative = sign.found;
  }
  if (sign.first < not_before) sign.found = negative = false;
  auto numeral = numeral_at(pieces_, number, rules_, sign.found);
  Amount amount;
  if (!numeral) {
    // "a mile and a half": the article is the number.
    if (!pieces_.is(number, "a") && !pieces_.is(number, "an")) return std::nullopt;
    const auto unit = units_.behind(pieces_, number + 1, 1);
    if (!unit || !pieces_.is(unit->last, "and") || !pieces_.is(unit->last + 1, "a") ||
        !pieces_.is(unit->last + 2, "half"))
      return std::nullopt;
    numeral.emplace();
    numeral->first = number;
    numeral->last = number + 1;
    numeral->low = numeral->high = numeral->mantissa = 1;
  }
  if (!numeral->low) sign.found = false;
  amount.numeral = *numeral;
  amount.number_first = sign.found ? sign.first : number;
  amount.unit_last = numeral->last;
  if (sign.found) set_unit(amount, sign.unit);
  if (negative && numeral->low) amount.numeral.low = amount.numeral.high = -*numeral->low;
  read_unit(amount);
  mixed_half(amount);
  if (!negative) read_sign(amount, not_before);
  if (amount.numeral.share && !amount.unit) {
    amount.unit = "share";
    amount.kind = "part";
  }
  amount.low = amount.numeral.low;
  amount.high = amount.numeral.high;
  amount.approximate = amount.numeral.approximate;
  amount.first = amount.number_first;
  amount.last = amount.unit_last;
  return amount;
}

// The number whose currency sign, or which itself, begins at `first`.
std::optional<Amount> AmountReader::single_from(std::size_t first) const {
  for (std::size_t number = first; number < pieces_.size() && number < first + 5; ++number) {
    if (number > first) {
      const CurrencySign sign = units_.before(pieces_, number);
      if (!sign.found || sign.first != first) continue;
    }
    if (auto amount = single(number, first)) return amount;
  }
  return std::nullopt;
}

// The unit above the "per".
std::optional<std::size_t> upper_unit(const Units& units, const std::string& name) {
  return units.find(std::string_view(name).substr(0, name.find(" per ")));
}

// "$12 to $14 per share", "5 to 10 km", "US$3 to $4 million".
bool same_measure(const Units& units, const Amount& a, const Amount& b) {
  if (!a.unit || !b.unit || *a.unit == *b.unit) return true;
  const bool both_per = a.unit->find(" per ") != std::string::npos && b.unit->find(" per ") != std::string::npos;
  const auto unit_a = upper_unit(units, *a.unit);
  const auto unit_b = upper_unit(units, *b.unit);
  if (both_per || !unit_a || !unit_b || units[*unit_a].base != units[*unit_b].base) return false;
  return units[*unit_a].factor == units[*unit_b].factor && a.kind != "part";
}

bool AmountReader::can_be_range(const Amount& low, const Amount& high, std::string_view link, bool between) const {
  if (!low.low || !high.low || low.numeral.vague || high.numeral.vague || low.numeral.share != high.numeral.share)
    return false;
  const double a = std::abs(*low.low);
  const double b = std::abs(*high.low);
  if (!same_measure(units_, low, high) || a == b) return false;
  if (link == "and") return between && a < b;
  // "rose by 3 to 12", "rose 3 cents to 41 cents": a difference and a level. "Rose 3 to 4 percent" is a range.
  const bool by = low.number_first > 0 && pieces_.is(low.number_first - 1, "by");
  const bool level_follows = link == "to" && rules_.changes.up_to(pieces_, low.number_first).has_value();
  if (level_follows && low.unit && high.unit) return false;
  if (level_follows && !low.unit && !high.unit && (by || b > 3 * a)) return false;
  if (link == "to" && by && low.unit) return false;
  if (link == "or") return a < b && b <= 2 * a + 1 && !low.bounded;
  if (between) return true;
  if (low.unit && !high.unit) return a < b && low.kind == "money";
  return a < b;
}

// "from 6 miles in one year to 9 miles": the "to" within a few words, or 0.
std::size_t AmountReader::far_link(std::size_t first) const {
  for (std::size_t i = first; i < first + 7 && i < pieces_.size(); ++i) {
    if (pieces_.is(i, "to")) return i;
    if (pieces_.is(i, ",") || pieces_.is(i, "from")) return 0;
  }
  return 0;
}

// "5-6,000 visitors": the first number has the thousands of the second.
bool counts_in_thousands(const Amount& low, const Amount& high) {
  if (!low.low || !high.low || low.unit || low.numeral.scaled || high.numeral.scaled) return false;
  const double thousands = *high.low / 1000;
  return *low.low >= 1 && *low.low < thousands && thousands < 1000 && thousands == std::floor(thousands);
}

// The second number of "4,000 to 6,000", "between 3 and 5", "10-12", "three or four". Both get the scale and the unit
// that only the second has: "4 to 6 thousand", "4-6,000", "8 to 9 miles per hour".
void AmountReader::extend_to_range(Amount& amount) const {
  std::size_t i = amount.unit_last;
  const std::size_t before = amount.number_first;
  const bool between = before > 0 && (pieces_.is(before - 1, "between") || pieces_.is(before - 1, "from"));
  std::string_view link;
  if (pieces_.is_hyphen(i) && (pieces_.glued(i) || pieces_.exact(i) == "\xE2\x80\x93")) {
    link = "-";
  } else if (pieces_.is(i, "to") || pieces_.is(i, "and") || pieces_.is(i, "or")) {
    link = pieces_.lower(i);
  } else if (between && amount.unit && pieces_.is(before - 1, "from")) {
    i = far_link(i);
    if (i == 0) return;
    link = "to";
  } else {
    return;
  }
  ++i;
  if (link == "to" && pieces_.is_hyphen(i)) ++i;
  auto second = single_from(i);
  if (!second) return;
  const auto as_read = amount.numeral;
  const bool shares_scale = !amount.numeral.scaled && second->numeral.scaled && amount.low && second->low &&
                            (!amount.unit || amount.kind == "money") &&
                            std::abs(*amount.low) <= second->numeral.mantissa && second->numeral.mantissa > 0;
  if (shares_scale) amount.low = amount.high = *amount.low * *second->low / second->numeral.mantissa;
  if (counts_in_thousands(amount, *second) && !(between && pieces_.is(before - 1, "from")))
    amount.low = amount.high = *amount.low * 1000;
  if (!can_be_range(amount, *second, link, between)) {
    amount.low = amount.high = as_read.low;
    return;
  }
  if (second->unit && (!amount.unit || second->unit->size() > amount.unit->size())) {
    amount.unit = second->unit;
    amount.kind = second->kind;
  }
  if (std::abs(*amount.low) > std::abs(*second->low)) std::swap(amount.low, second->low);
  amount.high = second->low;
  amount.approximate = amount.approximate || second->approximate;
  amount.unit_last = amount.last = second->unit_last;
  amount.range = true;
  amount.hyphen_range = link == "-";
  if (between) amount.first = before - 1;
  amount.why = "a range";
}

void AmountReader::apply(Amount& amount, Bound bound, std::size_t first, std::size_t last) const {
  if (bound == Bound::plain) return;
  if (bound == Bound::approximate) amount.approximate = true;
  if (!amount.range && !amount.numeral.vague && !amount.bounded) {
    if (bound == Bound::low) amount.high.reset();
    if (bound == Bound::high) amount.low.reset();
  }
  if (bound != Bound::approximate) amount.bounded = true;
  amount.why += (amount.why.empty() ? "\"" : ", \"") + words(first, last) + "\"";
}

void AmountReader::bound_before(Amount& amount, std::size_t not_before) const {
  std::size_t at = amount.first;
  for (int phrases = 0; phrases < 4 && at > not_before; ++phrases) {
    const auto found = rules_.before.up_to(pieces_, at);
    if (!found || found->first < not_before) return;
    if (rules_.not_bounds.up_to(pieces_, at)) return;
    if (pieces_.is(found->first, "over") && found->last == found->first + 1 && amount.kind == "duration" &&
        !rules_.over_durations.up_to(pieces_, found->first))
      return;
    apply(amount, found->meaning, found->first, found->last);
    at = found->first;
    if (found->meaning != Bound::plain) amount.first = at;
  }
}

void AmountReader::bound_after(Amount& amount) const {
  std::size_t i = amount.last;
  if (pieces_.is_hyphen(i) && pieces_.joins(i)) ++i;
  auto found = rules_.after.from(pieces_, i);
  // "20 people or more": one word may stand between.
  if (!found && !amount.unit && pieces_.is_word(i) && (pieces_.is(i + 1, "or") || pieces_.is(i + 1, "and")))
    found = rules_.after.from(pieces_, i + 1);
  if (!found) return;
  const bool joined = pieces_.glued(found->first) || found->first > i;
  if (found->meaning == Bound::low && pieces_.is(found->first, "plus") && !joined) return;  // "5 plus 3"
  if (pieces_.is(found->first, "+") && pieces_.is_number(found->last)) return;
  if (pieces_.is(found->first, "odd") && !pieces_.joins(found->first - 1)) return;
  // "or more than", "at least one of them": the words go on with another number.
  if (pieces_.is(found->last, "than") || numeral_at(pieces_, found->last, rules_, false)) return;
  apply(amount, found->meaning, found->first, found->last);
  if (found->first == i || amount.unit) {
    amount.last = found->last;
    if (found->first == amount.unit_last || found->first == amount.unit_last + 1) amount.unit_last = found->last;
  }
}

std::optional<Amount> AmountReader::read(std::size_t number, std::size_t not_before) const {
  if (!may_be_numeral(pieces_, number, rules_)) return std::nullopt;
  auto amount = single(number, not_before);
  if (!amount) return std::nullopt;
  extend_to_range(*amount);
  bound_after(*amount);
  bound_before(*amount, not_before);
  return amount;
}

}  // namespace

std::vector<Amount> amounts_in(const Pieces& pieces, const NumberRules& rules, const Units& units) {
  const AmountReader reader(pieces, rules, units);
  std::vector<Amount> amounts;
  std::size_t done = 0;
  for (std::size_t i = 0; i < pieces.size();) {
    auto amount = reader.read(i, done);
    if (!amount) {
      ++i;
      continue;
    }
    i = done = std::max(amount->last, amount->unit_last);
    amounts.push_back(std::move(*amount));
  }
  return amounts;
}

}  // namespace hearsay
