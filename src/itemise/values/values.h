// Quantities and dates of two claims compared: interval arithmetic, not string comparison.
#pragma once

#include "itemise/propositions/claim.h"

#include <optional>
#include <string>

namespace hearsay {

// Do two quantities count the same thing: units that agree (or compare after conversion) and objects with one head
// word? A number without an object counts people.
bool count_one_thing(const QuantityValue& a, const QuantityValue& b);

// Halfway between the bounds; the only bound where one is open; 0 for a quantity without any.
double middle(const QuantityValue& quantity);

// The same bounds, "about" or not.
bool same_bounds(const QuantityValue& a, const QuantityValue& b);

// Can both be true of one thing? Bounds that overlap; an approximate number stands for a tenth on either side.
bool compatible(const QuantityValue& a, const QuantityValue& b);

// Both bounds known and a day in common; nothing known is compatible with everything.
bool compatible(const DateValue& a, const DateValue& b);
bool same_days(const DateValue& a, const DateValue& b);

// The hour of a date, from TIMEX3's "T07" and "T07:20"; nothing for "TMO", a morning, or a day.
struct Clock {
  int minutes = 0;  // since midnight
  bool to_the_minute = false;
};
std::optional<Clock> clock_of(const DateValue& date);

// For tests and people: "quantity 4..6 of sailors", "quantity about 3.. %" with an open end, "date
// 2031-05-05..2031-05-06", "place e3", "place" for one without an entity.
std::string to_text(const Value& value);

}  // namespace hearsay
