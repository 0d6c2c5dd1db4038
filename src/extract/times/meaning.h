// What the words of a time expression say, before it is known which day they mean: a flat set of named numbers.
#pragma once

#include <array>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

// The names the rules use (data/times.txt explains each).
enum class Slot : std::uint8_t {
  n,
  ones,
  tens,
  teens,
  thousands,
  half_more,
  low,
  vague,
  year,
  short_year,
  decade,
  century,
  month,
  day,
  until_day,
  until_year,
  weekday,
  nth,
  easter,
  season,
  quarter,
  half,
  hour,
  minute,
  evening_clock,
  zone,
  part,
  unit,
  shift,
  extra_months,
  anchor,
  way,
  then_days,
  then_years,
  round,
  ref,
  mod,
  by_today,
  running,
  slots,  // how many there are
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Slot::slots)> slot_names = {
    "n",          "ones",     "tens",         "teens",  "thousands", "half_more", "low",           "vague",   "year",
    "short_year", "decade",   "century",      "month",  "day",       "until_day", "until_year",    "weekday", "nth",
    "easter",     "season",   "quarter",      "half",   "hour",      "minute",    "evening_clock", "zone",    "part",
    "unit",       "shift",    "extra_months", "anchor", "way",       "then_days", "then_years",    "round",   "ref",
    "mod",        "by_today", "running"};

// Longer units have larger numbers.
enum class Unit : int {
  second = 1,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century
};

// TIMEX3 modifiers.
enum class Mod : int {
  start = 1,
  mid,
  end,
  approx,
  before,
  after,
  on_or_before,
  on_or_after,
  less_than,
  more_than,
  equal_or_less,
  equal_or_more
};

enum class Part : int { morning = 1, midday, afternoon, evening, night, daytime };
enum class VagueTime : int { past = 1, present, future };
enum class Anchor : int { publication = 1, narrative, same_day, period, told };

// The number behind a name that the rules use for a value ("week", "past", "start", "evening"); nothing for other
// names.
std::optional<int> constant(std::string_view name);

class TimeMeaning {
 public:
  TimeMeaning() { values_.fill(unset); }
  bool has(Slot slot) const { return at(slot) != unset; }
  int get(Slot slot, int otherwise = 0) const { return has(slot) ? at(slot) : otherwise; }
  void set(Slot slot, int value) { values_[static_cast<std::size_t>(slot)] = value; }
  void clear(Slot slot) { set(slot, unset); }

  // Takes over all that `other` says; what both say is as `other` says.
  void merge(const TimeMeaning& other) {
    for (std::size_t i = 0; i < values_.size(); ++i)
      if (other.values_[i] != unset) values_[i] = other.values_[i];
  }

 private:
  static constexpr int unset = INT_MIN;
  int at(Slot slot) const { return values_[static_cast<std::size_t>(slot)]; }
  std::array<int, static_cast<std::size_t>(Slot::slots)> values_;
};

// Is all that it says what a calendar knows: months from 1 to 12, and so on?
bool within_bounds(const TimeMeaning& meaning);

}  // namespace hearsay
