// Finds time expressions with the rules of data/times.txt and resolves them in text order. The approach is HeidelTime's
// (Strötgen and Gertz 2010): rules for the words, one small procedure for what they mean in news. Rules and code are
// this project's own.
#include "extract/times.h"

#include "extract/times_resolve.h"
#include "extract/times_rules.h"
#include "extract/times_tense.h"

#include <fmt/format.h>

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

std::string reason(const TimeMatch& match, const Time& time, const ReferenceDay& reference) {
  const std::string rule = fmt::format("times.txt:{} \"{}\"", match.rule_line, match.rule);
  if (!time.from) return rule + ", not resolved";
  if (!reference.published) return rule;
  return fmt::format("{}, {} ({})", rule, to_iso(reference.published->day), reference.why);
}

}  // namespace

std::vector<Time> TimeFinder::find(std::string_view text, const Dissection& dissection,
                                   const ReferenceDay& reference) const {
  const TimeRules& rules = rules_->rules;
  const std::vector<TimeWord> words = time_words(text, rules.vocabulary());
  std::vector<Time> times;
  TimeMatcher matcher(rules, words);
  TimeResolver resolver(reference);
  for (std::size_t at = 0; at < words.size();) {
    const auto match = matcher.match(at);
    if (!match) {
      ++at;
      continue;
    }
    const Span span = {words[at].span.begin, words[match->end - 1].span.end};
    at = match->end;
    if (match->type == "NOTHING") continue;
    Time time =
        resolver.resolve(match->meaning, match->type, span.begin, [&] { return tense_at(text, dissection, span); });
    time.span = span;
    time.why = reason(*match, time, reference);
    times.push_back(std::move(time));
  }
  return times;
}

}  // namespace hearsay
