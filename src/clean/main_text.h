// The article's own text in a page: no menus, captions, "read also", newsletter boxes or comments.
#pragma once

#include "clean/aligned_text.h"
#include "clean/article.h"
#include "clean/html_tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// The text, a paragraph a line, with white space as a browser shows it. Raw bytes are bytes of `page`, from which
// `tree` was parsed. Empty when the page has no text that reads like an article's.
AlignedText find_main_text(std::string_view page, const HtmlTree& tree);

// The same for a page that holds several: the text outside the given elements, and the text in each of them. The
// elements are in page order, and none is inside another.
struct PageTexts {
  AlignedText main;
  std::vector<AlignedText> parts;
  std::vector<PassedOver> left_out;  // what the page shows and none of the texts holds; only where `why` asks for it
};
PageTexts find_texts(std::string_view page, const HtmlTree& tree, const std::vector<std::uint32_t>& parts,
                     bool why = false);

// All of a fragment's text that may be seen, the same way: for what is an article from end to end.
AlignedText find_whole_text(std::string_view page, const HtmlTree& tree);

}  // namespace hearsay
