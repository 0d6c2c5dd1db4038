// What is at the ends of a page's text without being part of it: a byline and a date above, the remains of a box below.
#pragma once

#include "clean/articles/article.h"

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// The short lines above the first sentence that give a day or a time of day, and the one or two short lines below the
// last sentence, in text order. `known` is the boilerplate found so far, in text order. Only for texts of pages, where
// lines are elements: in a plain text a first line may be anything. Three or more lines below the last sentence are a
// list, and part of the article. One of the last lines that begins with the name of one of `authors` is about the
// writer, and not part of it. Linear in the text.
std::vector<Boilerplate> find_page_edges(std::string_view text, const std::vector<Boilerplate>& known,
                                         const std::vector<std::string>& authors = {});

}  // namespace hearsay
