#include "itemise/values/values.h"

#include "base/folding.h"
#include "dissect/words/base_guess.h"
#include "dissect/words/counted_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace hearsay {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Bounds {
  double low;
  double high;
};

Bounds bounds_of(const QuantityValue& q) {
  const double slack = q.approximate ? 0.1 : 0;
  return {q.low ? *q.low - std::abs(*q.low) * slack : -infinity,
          q.high ? *q.high + std::abs(*q.high) * slack : infinity};
}

// The base form of the last word of what is counted: "Norland's border guards" -> "guard".
std::string head_word(const std::string& of) {
  std::string folded = fold(of);
  folded.erase(0, folded.rfind(' ') + 1);
  return base_of_noun(folded);
}

// "the number of the dead", "the toll": words for a count, which name nothing counted.
bool names_a_count(const std::string& head) { return counted_words().has(head, CountedWord::count); }

// What is counted; people where nothing is named ("51 were taken away").
std::string counted(const QuantityValue& quantity) {
  const std::string head = quantity.of ? head_word(*quantity.of) : std::string();
  return head.empty() || names_a_count(head) ? "people" : head;
}

bool counts_people(const std::string& head) { return counted_words().has(head, CountedWord::people); }

}  // namespace

bool count_one_thing(const QuantityValue& a, const QuantityValue& b) {
  if (a.unit != b.unit) return false;
  const std::string x = counted(a);
  const std::string y = counted(b);
  return x == y || (counts_people(x) && counts_people(y));
}

double middle(const QuantityValue& quantity) {
  if (quantity.low && quantity.high) return (*quantity.low + *quantity.high) / 2;
  return quantity.low.value_or(quantity.high.value_or(0));
}

bool same_bounds(const QuantityValue& a, const QuantityValue& b) { return a.low == b.low && a.high == b.high; }

bool compatible(const QuantityValue& a, const QuantityValue& b) {
  const Bounds x = bounds_of(a);
  const Bounds y = bounds_of(b);
  return x.low <= y.high && y.low <= x.high;
}

bool compatible(const DateValue& a, const DateValue& b) {
  if (a.from && b.to && *b.to < *a.from) return false;
  return !(b.from && a.to && *a.to < *b.from);
}

bool same_days(const DateValue& a, const DateValue& b) { return a.from == b.from && a.to == b.to; }

std::optional<Clock> clock_of(const DateValue& date) {
  const std::string_view value = date.value;
  const std::size_t t = value.find('T');
  if (t == std::string_view::npos) return std::nullopt;
  const auto number_at = [&](std::size_t place) -> std::optional<int> {
    int number = 0;
    if (place + 2 > value.size()) return std::nullopt;
    const auto read = std::from_chars(value.data() + place, value.data() + place + 2, number);
    return read.ptr == value.data() + place + 2 ? std::optional(number) : std::nullopt;
  };
  const auto hour = number_at(t + 1);
  if (!hour) return std::nullopt;
  const bool has_minute = t + 3 < value.size() && value[t + 3] == ':';
  const auto minute = has_minute ? number_at(t + 4) : std::nullopt;
  return Clock{*hour * 60 + minute.value_or(0), minute.has_value()};
}

namespace {

std::string bound(const std::optional<double>& bound) { return bound ? fmt::format("{:g}", *bound) : ""; }
std::string bound(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

}  // namespace

std::string to_text(const Value& value) {
  if (const auto* const quantity = std::get_if<QuantityValue>(&value.what)) {
    std::string text = fmt::format("quantity {}{}..{}", quantity->approximate ? "about " : "", bound(quantity->low),
                                   bound(quantity->high));
    if (quantity->unit) text += " " + *quantity->unit;
    return quantity->of ? text + " of " + *quantity->of : text;
  }
  if (const auto* const date = std::get_if<DateValue>(&value.what))
    return fmt::format("date {}..{}", bound(date->from), bound(date->to));
  const auto& entity = std::get<PlaceValue>(value.what).entity;
  return entity ? fmt::format("place e{}", *entity + 1) : "place";
}

}  // namespace hearsay
