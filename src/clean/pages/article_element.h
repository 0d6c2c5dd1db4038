// Where in a page the article is.
#pragma once

#include "clean/markup/html_tree.h"
#include "clean/pages/page_blocks.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// The element that holds the article: from the body down, each time to the child that holds most of the running text,
// as long as that is 70 % of it and the child is not a paragraph or list; if there is none, to the only one that is
// named as the article. Then out again, as long as what is beside it is mostly paragraphs like the article's own.
// `blocks` are those of what is kept, `headline` is the page's (0: none). Linear in the page.
std::uint32_t find_article_element(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                   std::uint32_t headline);

}  // namespace hearsay
