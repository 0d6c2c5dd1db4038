// Numbers that count nothing: parts of names, addresses, scores, roads, models, list labels, days and clock times that
// the time rules left. Each test looks only at the pieces beside the number, so that the whole stays linear.
#include "extract/quantities/context.h"

#include "clean/dates/calendar_words.h"
#include "dissect/words/counted_words.h"

#include <cmath>

namespace hearsay {

namespace {

bool is_month(const Pieces& pieces, std::size_t i) {
  return pieces.capitalised(i) && calendar_words().english_month_of(pieces.lower(i)) != 0;
}

bool is_weekday(const Pieces& pieces, std::size_t i) {
  return pieces.capitalised(i) && calendar_words().weekday_of(pieces.lower(i)) != 0;
}

class Judge {
 public:
  Judge(const SentenceView& view, const Amount& amount)
      : view_(view),
        pieces_(view.pieces),
        amount_(amount),
        first_(amount.number_first),
        last_(amount.unit_last),
        bare_(!amount.unit && !amount.numeral.scaled && !amount.numeral.share && !amount.numeral.vague) {}

  bool is_fixed_phrase() const;
  bool is_glued() const;
  bool is_clock_time() const;
  bool is_clock_with_point() const;
  bool is_day() const;
  bool is_year() const;
  bool is_label() const;
  bool is_name() const;
  bool is_address() const;
  bool is_score() const;
  bool is_list_label() const;
  bool is_pronoun() const;
  bool is_identifier() const;
  bool is_link() const;

 private:
  bool before_is(std::string_view word) const { return first_ > 0 && pieces_.is(first_ - 1, word); }
  bool any_before(std::string_view marks) const;
  bool counted_noun_follows() const;
  bool is_year_number(std::size_t piece) const;

  const SentenceView& view_;
  const Pieces& pieces_;
  const Amount& amount_;
  std::size_t first_;
  std::size_t last_;
  bool bare_;
};

bool is_plural(std::string_view lower) {
  return (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us")) ||
         counted_words().has(lower, CountedWord::plural);
}

// A plain plural noun behind the number, or one word before it: "30 people", "30 young people".
bool Judge::counted_noun_follows() const {
  for (std::size_t i = last_; i < last_ + 2 && pieces_.is_word(i); ++i) {
    if (view_.tagged(i, Tag::VERB) || view_.tagged(i, Tag::AUX) || view_.tagged(i, Tag::ADP)) return false;
    if (is_plural(pieces_.lower(i)) && (i > last_ || !pieces_.capitalised(i))) return true;
  }
  return false;
}

bool Judge::is_fixed_phrase() const {
  for (std::size_t i = first_ >= 2 ? first_ - 2 : 0; i <= first_; ++i) {
    const auto found = view_.rules.not_amounts.from(pieces_, i);
    if (found && found->last > first_) return true;
  }
  return false;
}

bool Judge::any_before(std::string_view marks) const {
  if (first_ == 0 || !pieces_.glued(first_)) return false;
  const std::string_view mark = pieces_.exact(first_ - 1);
  return mark.size() == 1 && marks.find(mark) != std::string_view::npos;
}

// "1st", "1990s", "5G", "F-16", "4:39", "10/12", "2019-10-12", "1.2.3", "401(k)", "#5", "2022's".
bool Judge::is_glued() const {
  if (!bare_) return false;
  const bool digits = amount_.numeral.digits;
  if (pieces_.is(last_, "×") || before_is("×")) return true;
  if (digits && pieces_.glued(last_) && pieces_.is_word(last_)) return true;
  if (digits && pieces_.glued(last_) && pieces_.glued(last_ + 1) && pieces_.is(last_ + 1, "s")) return true;
  if (any_before("#@_=/:.\\+&") && !(before_is("/") && first_ >= 2 && pieces_.is_word(first_ - 2))) return true;
  if (first_ >= 2 && pieces_.joins(first_ - 1)) {
    if (pieces_.is_word(first_ - 2) && !pieces_.is(first_ - 2, "to")) return true;
    if (pieces_.is_number(first_ - 2)) return true;
  }
  if (!digits || !pieces_.glued(last_)) return false;
  if (pieces_.joins(last_) && pieces_.is_number(last_ + 1)) return true;
  if (pieces_.is(last_, "(")) return true;
  if (pieces_.joins(last_) && pieces_.is(last_ + 1, "for") && pieces_.glued(last_ + 1)) return true;  // "8-for-12"
  const bool more = pieces_.glued(last_ + 1) && (pieces_.is_number(last_ + 1) || pieces_.is_word(last_ + 1));
  const std::string_view mark = pieces_.exact(last_);
  return more && (mark == ":" || mark == "/" || mark == "." || mark == "_" || mark == "@" || mark == "&");
}

// "at 6.25", "shortly after 19.35".
bool Judge::is_clock_with_point() const {
  if (!bare_ || amount_.range || first_ == 0 || !pieces_.is_number(first_) || amount_.numeral.last != first_ + 1)
    return false;
  const std::string_view digits = pieces_.exact(first_);
  const std::size_t point = digits.find('.');
  if (point == std::string_view::npos || digits.size() - point != 3 || pieces_[first_].value >= 24) return false;
  if (digits[point + 1] > '5' || counted_noun_follows()) return false;
  if (view_.rules.before_clocks.up_to(pieces_, first_)) return !pieces_.is(last_, "on") && !pieces_.is(last_, "points");
  return false;
}

bool Judge::is_clock_time() const {
  if (is_clock_with_point()) return true;
  if (pieces_.is(last_, "am") || pieces_.is(last_, "pm") || pieces_.is(last_, "o")) return !amount_.unit;
  if ((pieces_.is(last_, "a") || pieces_.is(last_, "p")) && pieces_.is(last_ + 1, ".") && pieces_.glued(last_ + 1) &&
      pieces_.is(last_ + 2, "m"))
    return !amount_.unit;
  if (amount_.unit == "penny" && pieces_.is(last_, ".") && pieces_.is(last_ + 1, "m")) return true;
  // "1500 hours"
  return amount_.unit == "hour" && amount_.numeral.digits && pieces_.exact(amount_.numeral.first).size() == 4 &&
         pieces_.is_number(amount_.numeral.first) && *amount_.numeral.low < 2400 &&
         *amount_.numeral.low == std::floor(*amount_.numeral.low) && amount_.numeral.last == amount_.numeral.first + 1;
}

bool Judge::is_day() const {
  if (!bare_ || !amount_.numeral.digits || !amount_.numeral.low || *amount_.numeral.low > 31) return false;
  std::size_t before = first_;
  if (before > 0 && pieces_.is(before - 1, ".")) --before;
  return (before > 0 && is_month(pieces_, before - 1)) || is_month(pieces_, last_) ||
         (pieces_.is(last_, "of") && is_month(pieces_, last_ + 1));
}

bool Judge::is_year_number(std::size_t piece) const {
  return pieces_.is_number(piece) && pieces_.exact(piece).size() == 4 && pieces_[piece].value >= 1500 &&
         pieces_[piece].value < 2100 && pieces_[piece].value == std::floor(pieces_[piece].value);
}

bool Judge::is_year() const {
  if (!bare_ || !is_year_number(amount_.numeral.first)) return false;
  if (amount_.range) return true;
  if (amount_.bounded) return false;
  return !(std::fmod(pieces_[amount_.numeral.first].value, 100) == 0 && counted_noun_follows());
}

// "Room 12", "Apartment 4B"
bool Judge::is_label() const {
  const Numeral& numeral = amount_.numeral;
  const bool lettered = numeral.scaled && numeral.digits && numeral.last == numeral.first + 2 && !amount_.unit &&
                        pieces_.glued(numeral.last - 1) && pieces_.exact(numeral.last - 1).size() == 1;
  return (bare_ || lettered) && !amount_.bounded && !amount_.approximate &&
         view_.rules.labels.up_to(pieces_, first_).has_value();
}

// "Boeing 737", "World War Two", "Five Star", "787 Dreamliner".
bool Judge::is_name() const {
  if (!bare_ || amount_.bounded || amount_.approximate || amount_.range) return false;
  const bool capital_before = first_ > 0 && pieces_.capitalised(first_ - 1) && !is_month(pieces_, first_ - 1) &&
                              !is_weekday(pieces_, first_ - 1) && !pieces_[first_].line_begin &&
                              !view_.tagged(first_ - 1, Tag::VERB) && !view_.tagged(first_ - 1, Tag::AUX) &&
                              !view_.tagged(first_ - 1, Tag::ADP) && !view_.tagged(first_ - 1, Tag::DET) &&
                              !view_.tagged(first_ - 1, Tag::CCONJ) && !view_.tagged(first_ - 1, Tag::SCONJ) &&
                              !view_.tagged(first_ - 1, Tag::PRON) && !view_.tagged(first_ - 1, Tag::ADV);
  if (!amount_.numeral.digits) {
    if (!pieces_.capitalised(first_) || first_ == 0 || pieces_[first_].line_begin) return false;
    const bool after_capital = pieces_.capitalised(first_ - 1) && !is_month(pieces_, first_ - 1) &&
                               !is_weekday(pieces_, first_ - 1) && first_ > 1;
    return after_capital || pieces_.capitalised(last_);
  }
  if (capital_before) {
    const bool grouped = pieces_.exact(amount_.numeral.first).find(',') != std::string_view::npos;
    const bool in_place = first_ >= 2 && view_.tagged(first_ - 2, Tag::ADP);
    const bool opens = first_ == 1 && counted_noun_follows();
    return !grouped && !(in_place && counted_noun_follows()) && !opens;
  }
  const bool whole = *amount_.numeral.low == std::floor(*amount_.numeral.low);
  return whole && pieces_.capitalised(last_) && view_.tagged(last_, Tag::PROPN) && !is_plural(pieces_.lower(last_)) &&
         !pieces_.capitalised(last_ + 1) && !view_.tagged(last_ + 1, Tag::NOUN) && !view_.tagged(last_ + 1, Tag::ADJ) &&
         !pieces_.joins(last_ + 1);
}

bool Judge::is_address() const {
  if (!bare_ || amount_.bounded || !amount_.numeral.digits) return false;
  for (std::size_t i = last_; i < last_ + 4; ++i) {
    const bool ordinal = pieces_.is_number(i) || (pieces_.is_word(i) && pieces_.glued(i));  // "9 East 71st Street"
    if (!pieces_.capitalised(i) && !ordinal) return false;
    if (!view_.rules.streets.from(pieces_, i) || !pieces_.capitalised(i)) continue;
    if (i > last_ || pieces_.capitalised(i + 1)) return true;
  }
  return false;
}

// "3-1", "won 10-12": a hyphen between two numbers is a range only where something counted follows.
bool Judge::is_score() const {
  if (!amount_.hyphen_range || amount_.unit || amount_.numeral.share || amount_.bounded || amount_.approximate)
    return false;
  // "555-1234"
  if (pieces_.exact(first_).size() == 3 && pieces_.exact(last_ - 1).size() == 4) return true;
  for (std::size_t i = first_ >= 3 ? first_ - 3 : 0; i < last_ + 2; ++i) {
    if (i >= first_ && i < last_) continue;
    if (view_.rules.scores.from(pieces_, i)) return true;
  }
  return !pieces_.is_word(last_) || pieces_.capitalised(last_) || view_.tagged(last_, Tag::ADP) ||
         view_.tagged(last_, Tag::AUX);
}

// "1. Read this", "(2)", and a number alone in brackets.
bool Judge::is_list_label() const {
  if (!bare_ || !amount_.numeral.digits || amount_.bounded || amount_.approximate) return false;
  if (before_is("(") && pieces_.is(last_, ")")) return true;
  const bool opens = first_ == 0 || pieces_[first_].line_begin;
  return opens && pieces_.glued(last_) && (pieces_.is(last_, ".") || pieces_.is(last_, ")"));
}

// "one": a number only where it counts something; "one of", "one man", "killing one".
bool Judge::is_pronoun() const {
  if (amount_.numeral.digits || amount_.numeral.last != amount_.numeral.first + 1 || !bare_ ||
      !pieces_.is(amount_.numeral.first, "one"))
    return false;
  if (amount_.bounded || amount_.range || pieces_.is(last_, "of")) return false;
  if (first_ > 0 && view_.rules.before.up_to(pieces_, first_)) return false;
  if (pieces_.is_number(last_)) return true;
  if (view_.tagged(first_, Tag::PRON) || view_.tagged(first_, Tag::DET)) return true;
  if (view_.tagged(last_, Tag::NOUN) || view_.tagged(last_, Tag::ADJ)) return false;
  return !(first_ > 0 && view_.tagged(first_ - 1, Tag::VERB));
}

bool Judge::is_identifier() const {
  return bare_ && !amount_.bounded && amount_.numeral.digits && pieces_.is_number(amount_.numeral.first) &&
         pieces_.exact(amount_.numeral.first).size() >= 10 &&
         pieces_.exact(amount_.numeral.first).find_first_not_of("0123456789") == std::string_view::npos;
}

// Inside "https://..." or "www...", looking back over a bounded run of pieces without a blank.
bool Judge::is_link() const {
  constexpr std::size_t most_pieces = 60;
  for (std::size_t i = first_, left = most_pieces; i > 0 && left > 0 && pieces_.glued(i); --i, --left) {
    if (pieces_.is(i - 1, "www")) return true;
    if (pieces_.is(i - 1, ":") && pieces_.is(i, "/") && pieces_.is(i + 1, "/")) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string_view> no_amount(const SentenceView& view, const Amount& amount) {
  const Judge judge(view, amount);
  if (judge.is_fixed_phrase()) return "a fixed phrase";
  if (judge.is_clock_time()) return "a time of day";
  if (judge.is_glued()) return "part of a longer name or number";
  if (judge.is_day()) return "a day";
  if (judge.is_year()) return "a year";
  if (judge.is_label()) return "a label";
  if (judge.is_name()) return "a name";
  if (judge.is_address()) return "an address";
  if (judge.is_score()) return "a score";
  if (judge.is_list_label()) return "a list's label";
  if (judge.is_pronoun()) return "a pronoun";
  if (judge.is_identifier()) return "an identifier";
  if (judge.is_link()) return "part of a link";
  return std::nullopt;
}

bool is_bare_age(const SentenceView& view, const Amount& amount) {
  const Pieces& pieces = view.pieces;
  const std::size_t first = amount.number_first;
  if (amount.unit || amount.bounded || amount.range || amount.numeral.scaled || !amount.numeral.digits) return false;
  if (amount.numeral.low.value_or(0) < 1 || *amount.numeral.low > 119) return false;
  if (first > 0 && (pieces.is(first - 1, "aged") || (pieces.is(first - 1, "age") && !pieces.capitalised(first - 1))))
    return true;
  if (first > 1 && pieces.is(first - 1, "of") && (pieces.is(first - 2, "age") || pieces.is(first - 2, "ages")))
    return true;
  if (first < 2 || !pieces.is(first - 1, ",") || !pieces.capitalised(first - 2) || is_month(pieces, first - 2) ||
      is_weekday(pieces, first - 2))
    return false;
  if (amount.last < pieces.size() && !pieces.is(amount.last, ",") && !pieces.is(amount.last, ".")) return false;
  return view.tagged(first - 2, Tag::PROPN) && *amount.numeral.low == std::floor(*amount.numeral.low);
}

}  // namespace hearsay
