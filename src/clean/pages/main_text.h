// The article's own text in a page: no menus, captions, "read also", newsletter boxes or comments.
#pragma once

#include "clean/articles/aligned_text.h"
#include "clean/articles/article.h"
#include "clean/markup/html_tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

// The text, a paragraph a line, with white space as a browser shows it. Raw bytes are bytes of `page`, from which
// `tree` was parsed. Empty if the page has no text that reads like an article's.
AlignedText find_main_text(std::string_view page, const HtmlTree& tree);

// The same for a page that holds several: the text outside the given elements, and the text in each of them. The
// elements must be in page order, none inside another.
struct PageTexts {
  AlignedText main;
  std::vector<AlignedText> parts;
  std::vector<PassedOver> left_out;  // what the page shows but none of the texts has; only if `why`
};
PageTexts find_texts(std::string_view page, const HtmlTree& tree, const std::vector<std::uint32_t>& parts,
                     bool why = false);

// All visible text of a fragment, in the same form: for what is an article from end to end.
AlignedText find_whole_text(std::string_view page, const HtmlTree& tree);

}  // namespace hearsay
