// The article of a page that shows none without its scripts: in their data, in a template, in <noscript>.
#pragma once

#include "clean/articles/aligned_text.h"
#include "clean/markup/html_tree.h"

#include <string_view>

namespace hearsay {

struct HiddenText {
  AlignedText text;        // empty if there is none
  const char* where = "";  // "articleBody in a script"
};

// The longest of: the values of "articleBody" and similar keys in any script's JSON; the paragraphs under one key in
// one script, together; what a template or <noscript> holds. Strings may be HTML or plain text. Nothing shorter than a
// few sentences. Raw bytes are bytes of `page`. Linear in the page.
HiddenText find_hidden_text(std::string_view page, const HtmlTree& tree);

}  // namespace hearsay
