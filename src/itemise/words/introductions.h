// Who somebody is, as told between commas after the name.
#pragma once

#include "base/span.h"
#include "extract/marks.h"

#include <cstdint>
#include <vector>

namespace hearsay {

// "Ada Holm, 57, from Torrin" or "Ada Holm, the harbour's pilot": the words from the name on.
struct Introduction {
  Span span;
  std::uint32_t head = 0;  // the name's last token, an index into Dissection::tokens
};

// Those of all persons' names, in text order. By the words' tags alone: an age, "from" or "of" a place behind it, or a
// noun phrase without a verb, up to the next mark.
std::vector<Introduction> find_introductions(const Marks& marks);

}  // namespace hearsay
