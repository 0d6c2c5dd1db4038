// The day an article's relative times hang on. An article that does not bring its own date is searched for full dates:
// a date that stands like a dateline (in one of the first lines, which is short, or up to a dash, or after "published")
// comes first; else the latest one, as a day long past is history told on the way, while a day to come is seldom far.
// It does not use dates without a year, and does not look at other articles (src/run does).
#include "extract/times/reference_day.h"

#include "clean/dates/calendar_words.h"
#include "extract/times/periods.h"
#include "extract/times/rules.h"

#include <algorithm>
#include <vector>

namespace hearsay {

namespace {

constexpr std::size_t dateline_bytes = 600;
constexpr std::size_t short_line_bytes = 90;

struct FullDate {
  Day day;
  Span span;
};

std::optional<FullDate> full_date(const TimeMatch& match, Span span) {
  const TimeMeaning& meaning = match.meaning;
  if (!meaning.has(Slot::year) || !meaning.has(Slot::month) || !meaning.has(Slot::day) || meaning.has(Slot::round) ||
      meaning.has(Slot::then_days) || meaning.has(Slot::then_years))
    return std::nullopt;
  const Day first = first_of_month(meaning.get(Slot::year), meaning.get(Slot::month));
  const Day day = first + std::chrono::days(meaning.get(Slot::day) - 1);
  if (month_of(day) != month_of(first)) return std::nullopt;
  return FullDate{day, span};
}

std::vector<FullDate> full_dates(std::string_view text) {
  const TimeRules& rules = time_rules();
  const auto words = time_words(text, rules.vocabulary());
  TimeMatcher matcher(rules, words);
  std::vector<FullDate> dates;
  for (std::size_t at = 0; at < words.size();) {
    const auto match = matcher.match(at);
    if (!match) {
      ++at;
      continue;
    }
    const Span span = {words[at].span.begin, words[match->end - 1].span.end};
    if (const auto date = full_date(*match, span)) dates.push_back(*date);
    at = match->end;
  }
  return dates;
}

bool like_dateline(std::string_view text, Span span) {
  if (span.begin > dateline_bytes) return false;
  const std::size_t line_begin = text.rfind('\n', span.begin) + 1;  // npos + 1 is 0
  const std::size_t line_end = std::min(text.find('\n', span.end), text.size());
  if (line_end - line_begin <= short_line_bytes) return true;
  if (span.begin - line_begin > short_line_bytes) return false;
  const std::string_view before = text.substr(line_begin, span.begin - line_begin);
  if (calendar_words().tells_publication(in_small_letters(before))) return true;
  const std::string_view after = text.substr(span.end, 40);
  for (const std::string_view dash : {"\u2014", "\u2013", " - ", "--"})
    if (after.find(dash) != std::string_view::npos) return true;
  return false;
}

std::string reason(std::string_view text, const FullDate& date) {
  return "a full date in the article (\"" + std::string(words_at(text, date.span)) + "\")";
}

}  // namespace

ReferenceDay reference_day(const Article& article) {
  if (article.published) return {Moment{local_day(*article.published), std::nullopt}, "the article's own date"};
  const std::vector<FullDate> dates = full_dates(article.text);
  if (dates.empty()) return {};
  const auto dateline = std::find_if(dates.begin(), dates.end(),
                                     [&](const FullDate& date) { return like_dateline(article.text, date.span); });
  const auto latest =
      std::max_element(dates.begin(), dates.end(), [](const FullDate& a, const FullDate& b) { return a.day < b.day; });
  const FullDate& chosen = dateline != dates.end() ? *dateline : *latest;
  return {Moment{chosen.day, std::nullopt}, reason(article.text, chosen)};
}

}  // namespace hearsay
