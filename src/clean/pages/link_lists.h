// Lists of links to other pages, in whatever elements: "most read", cards with a headline and a line of text each.
#pragma once

#include "clean/markup/html_tree.h"
#include "clean/pages/page_blocks.h"

#include <string_view>
#include <vector>

namespace hearsay {

// Marks as `links` the elements whose text is mostly links, and rows of elements of one kind and name that each hold a
// linked headline and little else. `blocks` are those of what is kept so far. An element with half of the page's
// running text or its first h1 is never a list. Linear in the page.
void mark_link_lists(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                     std::vector<NodeUse>& uses);

}  // namespace hearsay
