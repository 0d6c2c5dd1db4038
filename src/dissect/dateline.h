// "TORRIN, Vostria (Harbour News) —": where a report was filed, before its first sentence.
#pragma once

#include "base/span.h"

#include <string_view>
#include <vector>

namespace hearsay {

// The datelines of a UTF-8 text in text order, each from the line's first letter to behind the dash: at the beginning
// of a line, a name in capitals of three letters or more, at most 70 bytes to a dash with a blank on either side. They
// say no sentence, and a parser takes them for one's subject. Linear in the text.
std::vector<Span> find_datelines(std::string_view text);

}  // namespace hearsay
