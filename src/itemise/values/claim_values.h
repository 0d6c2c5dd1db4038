// The quantities and dates that stand in a claim.
#pragma once

#include "base/span.h"
#include "extract/marks.h"
#include "itemise/propositions/claim.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

namespace hearsay {

// Those within the words, in text order. "between 7 and 14 May" and "9pm on Monday" are one date each. A clause with
// more values than anyone claims at once is a table: it has none.
std::vector<Value> values_in(Span words, std::string_view text, const Marks& marks);

// How many of a claim's values are of one kind: count_values<DateValue>(claim).
template <class Kind>
std::size_t count_values(const Claim& claim) {
  return static_cast<std::size_t>(std::count_if(claim.values.begin(), claim.values.end(), [](const Value& value) {
    return std::holds_alternative<Kind>(value.what);
  }));
}

}  // namespace hearsay
