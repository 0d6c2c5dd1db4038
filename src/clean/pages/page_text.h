// Small texts of a page, as a reader sees them: a headline, a label, a date.
#pragma once

#include "clean/markup/html_tree.h"

#include <string>
#include <string_view>

namespace hearsay {

// The text with runs of white space as one space and none at the ends.
std::string squeezed(std::string_view text);

// The text below a node, squeezed, character references resolved, block elements separated by a space. Stops after
// about `limit` bytes of the page's text. Scripts and styles are left out.
std::string text_below(std::string_view page, const HtmlTree& tree, std::uint32_t node, std::size_t limit);

}  // namespace hearsay
