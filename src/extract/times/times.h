// Time expressions and the days they mean (TIMEX3, ISO-TimeML).
#pragma once

#include "base/calendar.h"
#include "base/span.h"
#include "dissect/words/dissection.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class TimeType { date, time, duration, set };
std::string_view to_text(TimeType type);  // "DATE", "TIME", "DURATION", "SET"

struct Time {
  Span span;
  TimeType type = TimeType::date;
  std::string value;               // TIMEX3: "2016-11-09", "2016-11", "2031-05-05T07:20", "P2D", "PAST_REF", "XXXX-10"
  std::optional<std::string> mod;  // TIMEX3: "START", "APPROX", "BEFORE", ...
  std::optional<Day> from;         // the first and the last day it can mean, both inclusive; nothing where not resolved
  std::optional<Day> to;
  std::string why;  // the rule, and the day it was resolved against
};

// The day from which relative times are counted.
struct ReferenceDay {
  std::optional<Moment> published;  // nothing when nothing is known
  std::string why;  // "the article's own date", "a full date in the article", "from the story's other articles"
};

class TimeFinder {
 public:
  TimeFinder();  // compiles data/times*.txt; throws std::runtime_error naming the line of a rule that is broken
  ~TimeFinder();
  TimeFinder(const TimeFinder&) = delete;
  TimeFinder& operator=(const TimeFinder&) = delete;

  // In text order, not overlapping. Linear in the text's length.
  std::vector<Time> find(std::string_view text, const Dissection& dissection, const ReferenceDay& reference) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace hearsay
