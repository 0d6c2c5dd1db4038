// Finds time expressions with the rules of data/times.txt and resolves them in text order. The approach is HeidelTime's
// (Strötgen and Gertz 2010): rules for the words, one small procedure for what they mean in news. Rules and code are
// this project's own.
#include "extract/times/times.h"

#include "base/one_of.h"
#include "dissect/words/function_words.h"
#include "extract/times/resolve.h"
#include "extract/times/rules.h"
#include "extract/times/tense.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace hearsay {

std::string_view to_text(TimeType type) {
  static constexpr std::string_view names[] = {"DATE", "TIME", "DURATION", "SET"};
  return names[static_cast<std::size_t>(type)];
}

struct TimeFinder::Rules {
  const TimeRules& rules = time_rules();
};

TimeFinder::TimeFinder() : rules_(std::make_unique<const Rules>()) {}
TimeFinder::~TimeFinder() = default;

namespace {

std::string reason(const TimeMatch& match, const Time& time, const ReferenceDay& reference, std::optional<Lean> tense) {
  std::string rule = fmt::format("times.txt:{} \"{}\"", match.rule_line, match.rule);
  if (tense) rule += tense->way < 0 ? ", the verb looks back" : tense->way > 0 ? ", the verb looks ahead" : "";
  if (!time.from) return rule + ", not resolved";
  if (!reference.published) return rule;
  return fmt::format("{}, {} ({})", rule, to_iso(reference.published->day), reference.why);
}

struct FoundMatch {
  TimeMatch match;
  Span span;
};

std::vector<FoundMatch> matches_in(const TimeRules& rules, const std::vector<TimeWord>& words) {
  std::vector<FoundMatch> found;
  TimeMatcher matcher(rules, words);
  for (std::size_t at = 0; at < words.size();) {
    const auto match = matcher.match(at);
    if (!match) {
      ++at;
      continue;
    }
    const Span span = {words[at].span.begin, words[match->end - 1].span.end};
    at = match->end;
    if (match->type != "NOTHING") found.push_back({*match, span});
  }
  return found;
}

// " and ", " to ", ", ", ", and ", a dash.
bool joins_dates(std::string_view between) {
  while (between.starts_with(' ')) between.remove_prefix(1);
  while (between.ends_with(' ')) between.remove_suffix(1);
  constexpr std::string_view joints[] = {",", ", and", "-", "\u2013", "\u2014", "and", "or"};
  return is_one_of(between, joints) || function_words().has(between, FunctionWord::until);
}

// "between June and July 2016", "May 3 - June 4, 2017": the first takes the year of the second, or the one before it.
void share_years(std::string_view text, std::vector<FoundMatch>& found) {
  for (std::size_t i = found.size(); i-- > 1;) {
    TimeMeaning& first = found[i - 1].match.meaning;
    const TimeMeaning& second = found[i].match.meaning;
    const auto open = [](const TimeMeaning& meaning) {
      return meaning.has(Slot::month) && !meaning.has(Slot::unit) && !meaning.has(Slot::way) && !meaning.has(Slot::nth);
    };
    if (!open(first) || !open(second) || first.has(Slot::year) || !second.has(Slot::year)) continue;
    const std::string_view between = text.substr(found[i - 1].span.end, found[i].span.begin - found[i - 1].span.end);
    if (!joins_dates(between)) continue;
    const bool year_before = first.get(Slot::month) > second.get(Slot::month);
    first.set(Slot::year, second.get(Slot::year) - (year_before ? 1 : 0));
  }
}

// The number right behind a weekday, and where it ends; nothing where there is none that is a day's.
std::optional<std::pair<int, std::size_t>> day_behind(std::string_view text, std::size_t byte) {
  const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  if (byte >= text.size() || text[byte] != ' ' || !digit(byte + 1)) return std::nullopt;
  std::size_t end = byte + 1;
  int day = 0;
  while (digit(end) && end < byte + 4) day = day * 10 + (text[end++] - '0');
  if (digit(end) || day < 1 || day > 31) return std::nullopt;
  return std::pair(day, end);
}

// "Tuesday 3, Thursday 5 and Friday 6 May": all are of the last one's month.
void share_months(std::string_view text, std::vector<FoundMatch>& found) {
  for (std::size_t i = found.size(); i-- > 1;) {
    FoundMatch& first = found[i - 1];
    const TimeMeaning& second = found[i].match.meaning;
    const TimeMeaning& weekday = first.match.meaning;
    const bool bare = weekday.has(Slot::weekday) && !weekday.has(Slot::day) && !weekday.has(Slot::month) &&
                      !weekday.has(Slot::unit) && !weekday.has(Slot::way) && !weekday.has(Slot::nth);
    if (!bare || !second.has(Slot::weekday) || !second.has(Slot::day) || !second.has(Slot::month)) continue;
    const auto day = day_behind(text, first.span.end);
    if (!day || day->second > found[i].span.begin) continue;
    if (!joins_dates(text.substr(day->second, found[i].span.begin - day->second))) continue;
    TimeMeaning shared = second;
    shared.set(Slot::weekday, weekday.get(Slot::weekday));
    shared.set(Slot::day, day->first);
    first.match.meaning = shared;
    first.span.end = day->second;
  }
}

// "The quarter ended Oct. 3": the quarter of the calendar that holds most of the three months before that day.
void name_ended_quarters(std::string_view text, std::vector<FoundMatch>& found) {
  constexpr int middle_of_month = 15;
  for (std::size_t i = 1; i < found.size(); ++i) {
    TimeMeaning& quarter = found[i - 1].match.meaning;
    const TimeMeaning& end = found[i].match.meaning;
    const std::string_view between = text.substr(found[i - 1].span.end, found[i].span.begin - found[i - 1].span.end);
    if (between != " ended " && between != " ending ") continue;
    if (quarter.get(Slot::unit) != static_cast<int>(Unit::quarter) || !quarter.has(Slot::shift)) continue;
    if (!end.has(Slot::month) || end.has(Slot::unit) || !within_bounds(end)) continue;
    const int middle = end.get(Slot::month) - (end.get(Slot::day, middle_of_month) < middle_of_month ? 2 : 1);
    quarter = TimeMeaning();
    quarter.set(Slot::quarter, middle < 1 ? 4 : (middle + 2) / 3);
    if (end.has(Slot::year)) quarter.set(Slot::year, end.get(Slot::year) - (middle < 1 ? 1 : 0));
  }
}

}  // namespace

std::vector<Time> TimeFinder::find(std::string_view text, const Dissection& dissection,
                                   const ReferenceDay& reference) const {
  std::vector<FoundMatch> found = matches_in(rules_->rules, time_words(text, rules_->rules.vocabulary()));
  share_months(text, found);
  share_years(text, found);
  name_ended_quarters(text, found);
  std::vector<Time> times;
  TimeResolver resolver(reference);
  TreeOnDemand tree(dissection);
  for (const FoundMatch& one : found) {
    const auto tense = [&] { return tense_at(text, dissection, tree, one.span); };
    Time time = resolver.resolve(one.match.meaning, one.match.type, one.span.begin, tense);
    time.span = one.span;
    time.why = reason(one.match, time, reference, resolver.tense_said());
    times.push_back(std::move(time));
  }
  return times;
}

}  // namespace hearsay
