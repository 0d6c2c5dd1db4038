// Lines of a plain text that stand between its paragraphs and are none: captions, pull quotes, galleries.
#pragma once

#include "clean/article.h"

#include <string_view>
#include <vector>

namespace hearsay {

// Finds one or two lines that do not end as a sentence does, between lines that do (lines of `known` aside), and lines
// that count pictures ("1/8 ... 2/8 ..."), in text order. Nothing in a text that is too short, or too loosely written,
// for the end of a line to mean anything. A text whose headings matter, a page's, is not for this: nothing in the text
// tells a heading from a caption. `known` is in text order. Linear in the text.
std::vector<Boilerplate> find_bare_lines(std::string_view text, const std::vector<Boilerplate>& known);

}  // namespace hearsay
