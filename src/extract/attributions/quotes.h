// Where words stand in quotation marks.
#pragma once

#include "base/span.h"

#include <string_view>
#include <vector>

namespace hearsay {

// One run of quoted words inside one paragraph. Quotes within a quote belong to the outer one.
struct Quotation {
  Span whole;              // with its marks
  Span inside;             // without them
  bool closed = true;      // false: its paragraph ended first
  bool continued = false;  // it goes on where the paragraph before left a quotation open
};

// The quotations of a text, in order, not overlapping. Double marks of all kinds ("...", curly, ``...'', ''...'', low
// and angle marks); single marks only where they open at a word's start and close at a word's end in the same
// paragraph. A mark that points the wrong way counts by what stands beside it; one that never closes ends with its
// paragraph. Paragraphs end at an empty line or, in a text that has none, at each line's end. One pass, in time linear
// in the text whatever the marks do. Empty text: none.
std::vector<Quotation> find_quotations(std::string_view text);

}  // namespace hearsay
