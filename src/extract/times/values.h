// How TIMEX3 writes durations, sets, parts of the day, clock times, modifiers, and dates of which something is missing.
#pragma once

#include "extract/times/meaning.h"

#include <optional>
#include <string>

namespace hearsay {

// All expect a meaning within its bounds (see within_bounds).
std::optional<std::string> mod_value(int mod);                 // "START"; nothing for 0
std::string duration_value(const TimeMeaning& meaning);        // "P3D", "PT5H30M", "PXW"
std::string set_value(const TimeMeaning& meaning);             // "P1W", "XXXX-WXX-5", "XXXX-XX-XXTNI"
std::string part_value(int part);                              // "TMO"
std::string clock_value(const TimeMeaning& meaning);           // "T18:30"
std::string pattern_without_year(const TimeMeaning& meaning);  // "XXXX-10-05", "XXXX-Q3"
std::string pattern_of(Unit unit);                             // "XXXX-WXX"

}  // namespace hearsay
