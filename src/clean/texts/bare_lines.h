// Lines between the paragraphs of a plain text that are not paragraphs: captions, pull quotes, galleries.
#pragma once

#include "clean/articles/article.h"

#include <string_view>
#include <vector>

namespace hearsay {

// Finds one or two lines that do not end like a sentence, between lines that do (ignoring lines of `known`), and lines
// that count pictures ("1/8 ... 2/8 ..."), in text order. Nothing in a text that is too short, or too loosely written,
// for line ends to mean anything. Not for texts whose headings matter, such as a page's: nothing in the text tells a
// heading from a caption. `known` is in text order. Linear in the text.
std::vector<Boilerplate> find_bare_lines(std::string_view text, const std::vector<Boilerplate>& known);

}  // namespace hearsay
