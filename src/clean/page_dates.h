// When a page was published and modified, from everything on it that may say so.
#pragma once

#include "clean/html_tree.h"
#include "clean/json_ld.h"
#include "clean/page_facts.h"

#include <string>
#include <string_view>

namespace hearsay {

struct DateClues {
  const LinkedData* linked = nullptr;
  std::string address;
  std::string language;
};

// Sets `published` and `modified` of `facts`; the order of trust stands at find_facts.
void find_dates(std::string_view page, const HtmlTree& tree, const DateClues& clues, PageFacts& facts);

}  // namespace hearsay
