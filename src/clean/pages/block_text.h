// The words of a page's blocks, as a browser shows them.
#pragma once

#include "clean/articles/aligned_text.h"
#include "clean/markup/html_tree.h"
#include "clean/pages/page_blocks.h"

#include <string_view>
#include <vector>

namespace hearsay {

// Adds a block to the text, as a line of its own: runs of white space as one space and none at the line's ends,
// character references resolved, <br> as a line break. Only nodes whose use is kept count. Adds nothing if nothing
// is left of the block, or if the text is full. Raw bytes are bytes of `page`, from which `tree` was parsed.
void append_block(std::string_view page, const HtmlTree& tree, const std::vector<NodeUse>& uses, const PageBlock& block,
                  AlignedText& text);

}  // namespace hearsay
