// Which parts of a page are not the article by their kind or name: what is not visible, menus, captions, comments.
#pragma once

#include "clean/markup/html_tree.h"
#include "clean/pages/page_blocks.h"

#include <string_view>
#include <vector>

namespace hearsay {

// One entry a node: `unseen` for scripts, styles, hidden elements and everything in them, `kept` for all others.
std::vector<NodeUse> find_unseen(std::string_view page, const HtmlTree& tree);

// Marks what is not the article by its kind or by the names that its author gave it, unless it holds too much of the
// page's running text for a name to be believed. Overlays, menus and footers are believed whatever they hold, as long
// as there is some text beside them. `blocks` are those of what is kept so far.
// Returns the headline: the first visible h1 that is not in a menu or overlay, unless all are; 0 if there is none.
std::uint32_t mark_left_out(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                            std::vector<NodeUse>& uses);

// Does its kind or its name say that an element is an article, or its text?
bool is_named_article(std::string_view page, const HtmlTree& tree, std::uint32_t node);

// Does its kind or its name say that an element holds other articles, or what other people say: a footer, a sidebar,
// comments, "most read"? A byline is not of others, though it is not the article.
bool is_of_others(std::string_view page, const HtmlTree& tree, std::uint32_t node);

// Gives the node and everything in it this use.
void mark(const HtmlTree& tree, std::uint32_t node, NodeUse with, std::vector<NodeUse>& uses);

}  // namespace hearsay
