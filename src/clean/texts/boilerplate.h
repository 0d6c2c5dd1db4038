// What a plain text contains that is not part of the article: "Listen to article", "READ ALSO: ...", picture credits.
#pragma once

#include "clean/articles/article.h"

#include <string_view>
#include <vector>

namespace hearsay {

// The parts of a well-formed UTF-8 text that the rules of data/boilerplate.txt find, in text order, not overlapping.
// A part can be inside a paragraph. Linear in the text.
std::vector<Boilerplate> find_boilerplate(std::string_view text);

}  // namespace hearsay
