// Where in a page the article stands.
#pragma once

#include "clean/html_tree.h"
#include "clean/page_blocks.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// The element that holds the article: from the body down the child that holds most of the running text, as long as it
// holds 70 % of it and is no paragraph or list; where none does, the one that is named as the article, if one alone is.
// Then out again, as far as paragraphs like the article's own stand beside it and little else. `blocks` are those of
// what is kept, `headline` is the page's (0: none). Linear in the page.
std::uint32_t find_article_element(std::string_view page, const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                   std::uint32_t headline);

}  // namespace hearsay
