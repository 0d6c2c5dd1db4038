// Which parts of a page are no article by their kind or their name: what is not seen, menus, captions, comments.
#pragma once

#include "clean/html_tree.h"
#include "clean/page_blocks.h"

#include <string_view>
#include <vector>

namespace hearsay {

// One entry a node: `unseen` for scripts, styles, hidden elements and everything in them, `kept` for all others.
std::vector<NodeStanding> find_unseen(std::string_view page, const HtmlTree& tree);

// Marks as `left_out` what the element's kind or the names that its author gave it say is no article, unless it holds
// too much of the page's running text for a name to be believed. `blocks` are those of what is kept so far.
void mark_left_out(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                   std::vector<NodeStanding>& standing);

// Gives the node and everything in it this standing.
void mark(const HtmlTree& tree, std::uint32_t node, NodeStanding with, std::vector<NodeStanding>& standing);

}  // namespace hearsay
