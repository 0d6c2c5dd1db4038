// From what the words say to the days they mean.
#pragma once

#include "extract/times/meaning.h"
#include "extract/times/periods.h"
#include "extract/times/tense.h"
#include "extract/times/times.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Goes through one article's time expressions in text order and remembers the dates met on the way, as "the following
// day" depends on them. Scratch for one article; not shared.
class TimeResolver {
 public:
  explicit TimeResolver(const ReferenceDay& reference) : reference_(reference) {}

  // `type` is the heading of the rule; `tense` is asked only where the direction is open. The span is left empty.
  Time resolve(const TimeMeaning& meaning, std::string_view type, std::size_t begin,
               const std::function<Lean()>& tense);

  // What the tense said of the last expression resolved; nothing where it was not asked.
  std::optional<Lean> tense_said() const { return said_; }

 private:
  // A day or a longer period, or a pattern with X where not known.
  struct Base {
    std::optional<Period> period;
    std::string pattern;
    bool from_narrative = false;
  };

  Time date(const TimeMeaning& meaning, std::size_t begin);
  Time duration(const TimeMeaning& meaning, TimeType type) const;
  Base base_of(const TimeMeaning& meaning, std::size_t begin);
  Base in_year(const TimeMeaning& meaning, int year) const;
  Base without_year(const TimeMeaning& meaning);
  std::optional<int> told_year(const TimeMeaning& meaning, Lean lean) const;
  Base weekday_of_week(const TimeMeaning& meaning) const;
  Base day_of_month(const TimeMeaning& meaning) const;
  Base moved(const TimeMeaning& meaning);
  Base compared(Unit unit, int shift) const;
  bool hangs_on_narrative(const TimeMeaning& meaning) const;
  std::optional<Day> narrative_start(Unit unit, int shift) const;
  Base clock_day(std::size_t begin);
  Lean lean_of(const TimeMeaning& meaning) const;
  Lean tense() const;
  std::optional<Day> today() const;

  const ReferenceDay& reference_;
  const std::function<Lean()>* tense_ = nullptr;
  mutable std::optional<Lean> said_;
  std::optional<Period> narrative_;        // the last date met that is no longer than a year
  std::optional<Period> narrative_day_;    // the last date met that is one day
  std::optional<Period> narrative_month_;  // the last date met with a month or a quarter
  std::size_t narrative_begin_ = 0;
  std::array<int, 13> told_years_ = {};  // for each month the year it was last told with; 0 where never
};

}  // namespace hearsay
