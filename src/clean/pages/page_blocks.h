// A page's text cut into the blocks a reader sees: paragraphs, headings, list items, cells.
#pragma once

#include "clean/markup/html_tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// Why an element is left out, or that it is kept.
enum class NodeUse : std::uint8_t {
  kept,
  unseen,
  kind,          // a menu, a footer, a form
  name,          // the name its author gave it says that it is something else
  readers_text,  // what readers write
  caption,
  links,     // a list of links to other pages
  own_text,  // part of another text of the page
};

struct PageBlock {
  std::uint32_t node = 0;        // the block element the text is in
  std::uint32_t first_text = 0;  // its text nodes are in [first_text, end_text), possibly with others' between
  std::uint32_t end_text = 0;
  std::size_t characters = 0;  // letters, digits and marks, white space as one
  std::size_t link_characters = 0;
  std::size_t words = 0;

  double link_density() const {
    return static_cast<double>(link_characters) / static_cast<double>(characters > 0 ? characters : 1);
  }
};

// Does the block's text end with a full stop or an exclamation mark, ignoring closing marks? A question mark does not
// count: headlines end in them.
bool ends_as_sentence(std::string_view page, const HtmlTree& tree, const PageBlock& block);

// Does a sentence end in the middle of it? ("The road is shut. What comes next") The word before must not be an
// abbreviation.
bool holds_sentence(std::string_view page, const HtmlTree& tree, const PageBlock& block);

// Does it end with a question mark, with a colon?
bool ends_as_question(std::string_view page, const HtmlTree& tree, const PageBlock& block);
bool ends_with_colon(std::string_view page, const HtmlTree& tree, const PageBlock& block);

// Cuts one page into blocks repeatedly, as more and more of it is left out.
class BlockCutter {
 public:
  // Looks at the nodes whose use is kept; the others are never part of a block. `uses` has one entry a node,
  // and if an element is not kept, none of its descendants is.
  BlockCutter(std::string_view page, const HtmlTree& tree, const std::vector<NodeUse>& uses);

  // The blocks of the text nodes whose use is still kept, in page order.
  std::vector<PageBlock> cut(const std::vector<NodeUse>& uses) const;

 private:
  // A text, or the beginning of an element that is shown as a block.
  struct Piece {
    std::uint32_t node = 0;
    std::uint32_t block = 0;       // the block element that a text is in
    std::uint32_t characters = 0;  // of a text, as if it followed a letter
    std::uint32_t words = 0;       // that begin in it after white space
    bool text = false;
    bool in_link = false;
    bool begins_with_space = false;
    bool ends_with_space = false;
  };

  static Piece measured(std::string_view text);

  std::vector<Piece> pieces_;  // in page order
};

}  // namespace hearsay
