// The names that the rules use for numbers.
#include "extract/times/meaning.h"

#include <utility>

namespace hearsay {

std::optional<int> constant(std::string_view name) {
  static constexpr std::pair<std::string_view, int> constants[] = {
      {"second", 1},
      {"minute", 2},
      {"hour", 3},
      {"day", 4},
      {"weekend", 5},
      {"week", 6},
      {"month", 7},
      {"season", 8},
      {"quarter", 9},
      {"half", 10},
      {"year", 11},
      {"decade", 12},
      {"century", 13},
      {"start", static_cast<int>(Mod::start)},
      {"mid", static_cast<int>(Mod::mid)},
      {"end", static_cast<int>(Mod::end)},
      {"approx", static_cast<int>(Mod::approx)},
      {"before", static_cast<int>(Mod::before)},
      {"after", static_cast<int>(Mod::after)},
      {"on_or_before", static_cast<int>(Mod::on_or_before)},
      {"on_or_after", static_cast<int>(Mod::on_or_after)},
      {"less_than", static_cast<int>(Mod::less_than)},
      {"more_than", static_cast<int>(Mod::more_than)},
      {"equal_or_less", static_cast<int>(Mod::equal_or_less)},
      {"equal_or_more", static_cast<int>(Mod::equal_or_more)},
      {"morning", static_cast<int>(Part::morning)},
      {"midday", static_cast<int>(Part::midday)},
      {"afternoon", static_cast<int>(Part::afternoon)},
      {"evening", static_cast<int>(Part::evening)},
      {"night", static_cast<int>(Part::night)},
      {"daytime", static_cast<int>(Part::daytime)},
      {"past", static_cast<int>(VagueTime::past)},
      {"present", static_cast<int>(VagueTime::present)},
      {"future", static_cast<int>(VagueTime::future)},
      {"publication", static_cast<int>(Anchor::publication)},
      {"narrative", static_cast<int>(Anchor::narrative)},
      {"same_day", static_cast<int>(Anchor::same_day)},
      {"period", static_cast<int>(Anchor::period)},
      {"told", static_cast<int>(Anchor::told)},
      {"last", -1},
      {"this", 0},
      {"next", 1},
      {"spring", 1},
      {"summer", 2},
      {"autumn", 3},
      {"winter", 4},
      {"yes", 1},
  };
  for (const auto& [known, value] : constants)
    if (known == name) return value;
  return std::nullopt;
}

bool within_bounds(const TimeMeaning& meaning) {
  static constexpr struct {
    Slot slot;
    int low, high;
  } bounds[] = {
      {Slot::year, 1, 9999},
      {Slot::short_year, 0, 99},
      {Slot::century, 0, 98},
      {Slot::month, 1, 12},
      {Slot::day, 1, 31},
      {Slot::until_day, 1, 31},
      {Slot::until_year, 0, 99},
      {Slot::weekday, 1, 7},
      {Slot::nth, 1, 5},
      {Slot::season, 1, 4},
      {Slot::quarter, 1, 4},
      {Slot::half, 1, 2},
      {Slot::hour, 0, 24},
      {Slot::minute, 0, 59},
      {Slot::part, 1, 6},
      {Slot::unit, 1, 13},
      {Slot::ref, 1, 3},
      {Slot::mod, 1, 12},
      {Slot::round, 4, 13},
      {Slot::way, -1, 1},
      {Slot::easter, -100, 100},
      {Slot::then_days, -1000, 1000},
      {Slot::then_years, -1000, 1000},
  };
  for (const auto& [slot, low, high] : bounds)
    if (meaning.has(slot) && (meaning.get(slot) < low || meaning.get(slot) > high)) return false;
  return true;
}

}  // namespace hearsay
