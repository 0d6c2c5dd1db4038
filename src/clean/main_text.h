// The article's own text in a page: no menus, captions, "read also", newsletter boxes or comments.
#pragma once

#include "clean/aligned_text.h"
#include "clean/html_tree.h"

#include <string_view>

namespace hearsay {

// The text, a paragraph a line, with white space as a browser shows it. Raw bytes are bytes of `page`, from which
// `tree` was parsed. Empty when the page has no text that reads like an article's.
AlignedText find_main_text(std::string_view page, const HtmlTree& tree);

// All of a fragment's text that may be seen, the same way: for what is an article from end to end.
AlignedText find_whole_text(std::string_view page, const HtmlTree& tree);

}  // namespace hearsay
