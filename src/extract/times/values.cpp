// How TIMEX3 (ISO-TimeML) writes what a rule says: durations, parts of the day, clock times, and patterns with X for
// what is not known. Half units follow TimeBank ("P2Y6M", "PT5H30M"), as do decades and quarters ("P10Y", "P3M").
#include "extract/times/values.h"

#include "extract/times/periods.h"

#include <fmt/format.h>

#include <array>

namespace hearsay {

namespace {

constexpr std::string_view season_names[] = {"XX", "SP", "SU", "FA", "WI"};

struct DurationUnit {
  std::string_view before, letter;  // "PT" and "H"
  std::string_view half;            // what "and a half" adds; nothing: a decimal
  std::string_view half_alone;      // half of one
  int times = 1;                    // quarters, decades and centuries are written in months and years, as TimeBank does
};

DurationUnit duration_unit(Unit unit) {
  switch (unit) {
    case Unit::second:
      return {"PT", "S", "", "PT0.5S"};
    case Unit::minute:
      return {"PT", "M", "30S", "PT30S"};
    case Unit::hour:
      return {"PT", "H", "30M", "PT30M"};
    case Unit::weekend:
      return {"P", "WE", "", "P0.5WE"};
    case Unit::week:
      return {"P", "W", "", "P0.5W"};
    case Unit::month:
      return {"P", "M", "", "P0.5M"};
    case Unit::season:
      return {"P", "M", "", "P1.5M", 3};
    case Unit::quarter:
      return {"P", "M", "", "P1.5M", 3};
    case Unit::half:
      return {"P", "M", "", "P3M", 6};
    case Unit::year:
      return {"P", "Y", "6M", "P6M"};
    case Unit::decade:
      return {"P", "Y", "", "P5Y", 10};
    case Unit::century:
      return {"P", "Y", "", "P50Y", 100};
    default:
      return {"P", "D", "T12H", "PT12H"};
  }
}

}  // namespace

std::optional<std::string> mod_value(int mod) {
  static constexpr std::array<const char*, 13> names = {
      "",          "START",         "MID",          "END",         "APPROX",
      "BEFORE",    "AFTER",         "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN",
      "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};
  if (mod < 1 || mod >= static_cast<int>(names.size())) return std::nullopt;
  return names[static_cast<std::size_t>(mod)];
}

std::string duration_value(const TimeMeaning& meaning) {
  const DurationUnit unit = duration_unit(static_cast<Unit>(meaning.get(Slot::unit)));
  const bool half = meaning.has(Slot::half_more);
  if (!meaning.has(Slot::unit)) return "PXX";
  if (meaning.has(Slot::vague) || !meaning.has(Slot::n)) return fmt::format("{}X{}", unit.before, unit.letter);
  const long long count = static_cast<long long>(meaning.get(Slot::n)) * unit.times;
  if (half && count == 0) return std::string(unit.half_alone);
  if (half && unit.times > 1) return fmt::format("{}{}{}", unit.before, count + unit.times / 2, unit.letter);
  if (half && unit.half.empty()) return fmt::format("{}{}.5{}", unit.before, count, unit.letter);
  std::string value = fmt::format("{}{}{}", unit.before, count, unit.letter);
  if (half) value += unit.half;
  if (meaning.has(Slot::extra_months)) value += fmt::format("{}M", meaning.get(Slot::extra_months));
  return value;
}

std::string set_value(const TimeMeaning& meaning) {
  std::string value = "PXX";
  if (meaning.has(Slot::unit))
    value = duration_value(meaning);
  else if (meaning.has(Slot::weekday))
    value = fmt::format("XXXX-WXX-{}", meaning.get(Slot::weekday));
  else if (meaning.has(Slot::month) || meaning.has(Slot::season) || meaning.has(Slot::quarter))
    value = pattern_without_year(meaning);
  if (!meaning.has(Slot::part)) return value;
  return (meaning.has(Slot::weekday) ? value : "XXXX-XX-XX") + part_value(meaning.get(Slot::part));
}

std::string part_value(int part) {
  static constexpr std::string_view names[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  return "T" + std::string(names[static_cast<std::size_t>(part)]);
}

std::string clock_value(const TimeMeaning& meaning) {
  int hour = meaning.get(Slot::hour);
  const bool evening =
      meaning.get(Slot::evening_clock) == 1 || meaning.get(Slot::part) >= static_cast<int>(Part::afternoon);
  const bool morning =
      meaning.get(Slot::evening_clock, 1) == 0 || meaning.get(Slot::part) == static_cast<int>(Part::morning);
  if (hour < 12 && evening) hour += 12;
  if (hour == 12 && morning) hour = 0;
  return fmt::format("T{:02}:{:02}", hour, meaning.get(Slot::minute));
}

std::string pattern_without_year(const TimeMeaning& meaning) {
  if (meaning.has(Slot::month) && meaning.has(Slot::day))
    return fmt::format("XXXX-{:02}-{:02}", meaning.get(Slot::month), meaning.get(Slot::day));
  if (meaning.has(Slot::month) && !meaning.has(Slot::nth)) return fmt::format("XXXX-{:02}", meaning.get(Slot::month));
  if (meaning.has(Slot::season))
    return "XXXX-" + std::string(season_names[static_cast<std::size_t>(meaning.get(Slot::season))]);
  if (meaning.has(Slot::quarter)) return fmt::format("XXXX-Q{}", meaning.get(Slot::quarter));
  if (meaning.has(Slot::half)) return fmt::format("XXXX-H{}", meaning.get(Slot::half));
  return "XXXX-XX-XX";
}

std::string pattern_of(Unit unit) {
  if (unit <= Unit::day) return "XXXX-XX-XX";
  if (unit == Unit::week) return "XXXX-WXX";
  if (unit == Unit::weekend) return "XXXX-WXX-WE";
  if (unit == Unit::month) return "XXXX-XX";
  if (unit == Unit::quarter) return "XXXX-QX";
  return "XXXX";
}

}  // namespace hearsay
