// The quantities and dates that stand in a claim.
#pragma once

#include "base/span.h"
#include "extract/marks.h"
#include "itemise/claim.h"

#include <string_view>
#include <vector>

namespace hearsay {

// Those within the words, in text order. "between 7 and 14 May" and "9pm on Monday" are one date each. A clause with
// more values than anyone claims at once is a table: it has none.
std::vector<Value> values_in(Span words, std::string_view text, const Marks& marks);

}  // namespace hearsay
