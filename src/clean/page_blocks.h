// A page's text cut into the blocks a reader sees: paragraphs, headings, list items, cells.
#pragma once

#include "clean/html_tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Why an element is left out, or not.
enum class Standing : std::uint8_t { kept, unseen, left_out };

struct PageBlock {
  std::uint32_t node = 0;        // the block element the text stands in
  std::uint32_t first_text = 0;  // its text nodes lie in [first_text, end_text); others' may lie between
  std::uint32_t end_text = 0;
  std::size_t characters = 0;  // letters, digits and marks, white space as one
  std::size_t link_characters = 0;
  std::size_t words = 0;
};

// The blocks of the text nodes whose standing is kept, in page order. `standing` has one entry a node, and an element's
// descendants have at least its standing.
std::vector<PageBlock> cut_blocks(std::string_view page, const HtmlTree& tree, const std::vector<Standing>& standing);

}  // namespace hearsay
