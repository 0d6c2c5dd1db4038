// Short phrases by template. Numbers, days and names come from the account as it stands.
#include "present/words/phrases.h"

#include "base/folding.h"
#include "itemise/values/values.h"
#include "present/words/lines.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <set>
#include <string>

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

using Date = std::chrono::year_month_day;

// Does a phrase say all that another says: "the old port" and "the port"?
bool says_as_much(std::string_view phrase, std::string_view other) {
  std::string words = fold(other);
  if (words.starts_with("the ")) words.erase(0, 4);
  return fold(phrase).find(words) != std::string::npos;
}

std::string_view month_name(Date date) { return months[static_cast<unsigned>(date.month()) - 1]; }
unsigned day_number(Date date) { return static_cast<unsigned>(date.day()); }
int year_number(Date date) { return static_cast<int>(date.year()); }

// "kilometre" is "kilometres", "kilometre per hour" is "kilometres per hour", "degree Celsius" is "degrees Celsius".
std::string plural_of(std::string_view unit) {
  const std::size_t per = unit.find(" per ");
  const std::size_t end = unit.starts_with("degree ") ? 6 : per == std::string_view::npos ? unit.size() : per;
  const std::string_view noun = unit.substr(0, end);
  const std::string_view rest = unit.substr(end);
  if (noun == "foot") return fmt::format("feet{}", rest);
  if (noun == "inch") return fmt::format("inches{}", rest);
  if (noun.empty() || noun.ends_with('s') || noun.ends_with('z')) return std::string(unit);
  return fmt::format("{}s{}", noun, rest);
}

bool is_whole_month(Day from, Day to) {
  const Date first = from;
  return day_number(first) == 1 && Date(to) == Date(first.year() / first.month() / std::chrono::last);
}

std::string clock_phrase(const Clock& clock) {
  return fmt::format("{:02}:{:02}", clock.minutes / 60, clock.minutes % 60);
}

std::string date_phrase(const DateValue& date) {
  const auto clock = clock_of(date);
  if (clock && date.from) return fmt::format("{}, {}", day_phrase(*date.from), clock_phrase(*clock));
  if (date.from && date.to) {
    if (is_whole_month(*date.from, *date.to))
      return fmt::format("{} {}", month_name(*date.from), year_number(*date.from));
    return days_phrase(date.from, date.to);
  }
  if (date.from) return "from " + day_phrase(*date.from);
  if (date.to) return "until " + day_phrase(*date.to);
  return date.value;
}

std::string brief_phrase(const QuantityValue& quantity) {
  std::string words = quantity.approximate ? "~" : "";
  if (quantity.low && quantity.high && *quantity.low != *quantity.high)
    words += number_phrase(*quantity.low) + "-" + number_phrase(*quantity.high);
  else if (quantity.low)
    words += number_phrase(*quantity.low) + (quantity.high ? "" : "+");
  else if (quantity.high)
    words += "\u2264" + number_phrase(*quantity.high);
  if (quantity.unit == "percent") words += "%";
  return words;
}

std::string brief_phrase(const DateValue& date, const Account& account) {
  if (!date.from || !date.to)
    return date.from || date.to ? short_day_phrase(date.from ? *date.from : *date.to, account) : date.value;
  if (const auto clock = clock_of(date)) return clock_phrase(*clock);
  if (*date.from == *date.to) return short_day_phrase(*date.from, account);
  const Date first = *date.from;
  if (is_whole_month(*date.from, *date.to))
    return fmt::format("{} {}", month_name(first).substr(0, 3), year_number(first));
  return short_day_phrase(*date.from, account) + " - " + short_day_phrase(*date.to, account);
}

std::string_view thing_differed_on(DisagreementKind kind) {
  static constexpr std::string_view things[] = {"the number",       "the date",    "the place",      "who it was",
                                                "whether it is so", "the wording", "what is counted"};
  static_assert(std::size(things) == static_cast<std::size_t>(DisagreementKind::scope) + 1);
  return things[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string bracket_phrase(const Bracket& bracket, std::string_view one, std::string_view many) {
  if (bracket.min == bracket.max) return counted(bracket.min, one, many);
  if (bracket.min == 0) return "at most " + counted(bracket.max, one, many);
  return fmt::format("at least {}, at most {}", bracket.min, counted(bracket.max, one, many));
}

std::string number_phrase(double number) {
  if (!std::isfinite(number)) return "unbounded";
  constexpr double all_digits_from = 1e9;  // 74.6 billion is 74,600,000,000
  constexpr double all_digits_to = 1e15;
  const double size = std::abs(number);
  std::string digits =
      size >= all_digits_from && size < all_digits_to ? fmt::format("{:.0f}", size) : fmt::format("{:.10g}", size);
  if (digits.find('e') != std::string::npos) return fmt::format("{:g}", number);
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  for (std::size_t at = whole; at > 3; at -= 3) digits.insert(at - 3, ",");
  return number < 0 ? "-" + digits : digits;
}

std::string day_phrase(Day day) {
  const Date date = day;
  return fmt::format("{} {} {}", day_number(date), month_name(date), year_number(date));
}

std::string short_day_phrase(Day day) {
  const Date date = day;
  return fmt::format("{} {}", day_number(date), month_name(date).substr(0, 3));
}

std::string short_day_phrase(Day day, const Account& account) {
  if (!account.begin || !account.end) return short_day_phrase(day);
  const auto year = Date(day).year();
  const bool only_year = Date(*account.begin).year() == year && Date(*account.end).year() == year;
  return only_year ? short_day_phrase(day) : fmt::format("{} {}", short_day_phrase(day), year_number(Date(day)));
}

std::string month_phrase(Day day) {
  const Date date = day;
  return fmt::format("{} {}", month_name(date), year_number(date));
}

std::string moment_phrase(const Moment& moment) {
  if (!moment.time_of_day_utc) return day_phrase(moment.day);
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(*moment.time_of_day_utc).count();
  return fmt::format("{}, {:02}:{:02} UTC", day_phrase(moment.day), minutes / 60, minutes % 60);
}

std::string days_phrase(const std::optional<Day>& begin, const std::optional<Day>& end) {
  if (!begin && !end) return {};
  if (!begin || !end || *begin == *end) return day_phrase(begin ? *begin : *end);
  const Date first = *begin;
  const Date last = *end;
  if (first.year() != last.year()) return fmt::format("{} to {}", day_phrase(*begin), day_phrase(*end));
  if (first.month() != last.month())
    return fmt::format("{} {} to {}", day_number(first), month_name(first), day_phrase(*end));
  return fmt::format("{} to {}", day_number(first), day_phrase(*end));
}

std::string value_phrase(const QuantityValue& quantity) {
  std::string words = quantity.approximate && quantity.low && quantity.high ? "about " : "";
  if (quantity.low && quantity.high) {
    words += number_phrase(*quantity.low);
    if (*quantity.high != *quantity.low) words += " to " + number_phrase(*quantity.high);
  } else if (quantity.low) {
    words += "at least " + number_phrase(*quantity.low);
  } else if (quantity.high) {
    words += "at most " + number_phrase(*quantity.high);
  } else {
    words += "some";
  }
  const bool one = quantity.low == 1.0 && quantity.high == 1.0;
  if (quantity.unit)
    words += *quantity.unit == "percent" ? "%" : " " + (one ? *quantity.unit : plural_of(*quantity.unit));
  return words;
}

std::string value_phrase(const Value& value, const Account& account) {
  if (const auto* quantity = std::get_if<QuantityValue>(&value.what)) return value_phrase(*quantity);
  if (const auto* date = std::get_if<DateValue>(&value.what)) return date_phrase(*date);
  const auto entity = std::get<PlaceValue>(value.what).entity;
  return entity ? account.entities[*entity].name : std::string("a place");
}

std::string brief_value_phrase(const Value& value, const Account& account) {
  if (const auto* quantity = std::get_if<QuantityValue>(&value.what)) return brief_phrase(*quantity);
  if (const auto* date = std::get_if<DateValue>(&value.what)) return brief_phrase(*date, account);
  return value_phrase(value, account);
}

std::string chain_phrase(const Claim& claim) {
  if (claim.sources.empty()) return "in its own voice";
  std::string words = claim.sources.back().name;
  for (std::size_t i = claim.sources.size() - 1; i-- > 0;) words += ", through " + claim.sources[i].name;
  return words;
}

std::string stand_in_phrase(const Claim& claim, const Article& article) {
  std::string all;
  std::set<std::string> told;
  for (const StandIn& one : claim.stand_ins) {
    const std::string word = on_one_line(words_at(article.text, one.word));
    const std::string named = on_one_line(words_at(article.text, one.named));
    if (says_as_much(word, named)) continue;
    const std::string phrase = fmt::format("{}: {}", word, named);
    if (told.insert(fold(phrase)).second) all += (all.empty() ? "" : "; ") + phrase;
  }
  return all;
}

std::string_view newsroom_name(const Article& article) { return article.outlet ? *article.outlet : article.id; }

std::string update_phrase(const ArticleUpdate& update) {
  constexpr std::size_t most_bytes = 400;
  const auto words = [&](const std::string& text) { return quoted(beginning_of(on_one_line(text), most_bytes)); };
  if (update.kind == "rewritten") return "rewritten";
  if (update.kind == "dropped") return "no longer has " + words(update.before);
  if (update.kind == "added") return "now has " + words(update.after);
  const std::string what = update.kind == "reworded" ? "words" : update.kind;
  return fmt::format("{} {}: {}, previously {}", update.kind == "reworded" ? "other" : "another", what,
                     update.after.empty() ? "none" : words(update.after),
                     update.before.empty() ? "none" : words(update.before));
}

std::string_view outcome_phrase(const CorrectionOutcome& outcome) {
  if (outcome.applied) return "Applied";
  return outcome.readable ? "No longer fits" : "Cannot be read";
}

std::string fragility_phrase(const Point& point) {
  const bool said_already = point.standing == Standing::single_origin && !point.one_article;
  if (said_already) return {};
  if (point.one_article && point.one_origin) return "Fragile: all of it rests on one article and one origin";
  if (point.one_article) return "Fragile: all of it rests on one article";
  return point.one_origin ? "Fragile: all of it rests on one origin" : std::string();
}

std::string_view standing_phrase(Standing standing) {
  static constexpr std::string_view phrases[] = {"More than one origin", "One origin", "They differ", "Not answered",
                                                 "Background"};
  return phrases[static_cast<std::size_t>(standing)];
}

std::string difference_phrase(const Disagreement& difference) {
  const std::string_view thing = thing_differed_on(difference.kind);
  switch (difference.relation) {
    case DisagreementRelation::conflict:
      return fmt::format("Conflict over {}", thing);
    case DisagreementRelation::compatible:
      return fmt::format("Compatible on {}", thing);
    case DisagreementRelation::update:
      return fmt::format("Updated: {}", thing);
    case DisagreementRelation::scope:
      return "They count different things";
    case DisagreementRelation::translation:
      return "One statement, in other words";
  }
  return {};
}

}  // namespace hearsay
