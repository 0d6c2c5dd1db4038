// What stands at the ends of a page's text and is no part of it: a byline and a date above, what was left of a box
// below.
#pragma once

#include "clean/article.h"

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The short lines above the first sentence that tell a day, a time of day or how long ago, and the few short lines
// below the last sentence, in text order. `known` is boilerplate already, in text order. For texts of pages, where the
// lines are elements: in a plain text a first line may be anything. Three and more lines below the last sentence are a
// list, and part of the article. One of the last lines that begins with the name of one of `authors` is about the
// writer, and no part of it. Linear in the text.
std::vector<Boilerplate> find_page_edges(std::string_view text, const std::vector<Boilerplate>& known,
                                         const std::vector<std::string>& authors = {});

}  // namespace hearsay
