// When a page was published and modified, from everything on it that may say so.
#pragma once

#include "clean/markup/html_tree.h"
#include "clean/pages/json_ld.h"
#include "clean/pages/page_facts.h"

#include <string>
#include <string_view>

namespace hearsay {

struct DateClues {
  const LinkedData* linked = nullptr;
  std::string address;
  std::string language;
  std::string language_tag;       // as on the page: "en-GB"
  bool has_times = true;          // may the page have <time> elements?
  std::optional<Moment> fetched;  // when the page was fetched, if known
};

// Sets `published` and `modified` of `facts`; find_facts() has the order of trust.
void find_dates(std::string_view page, const HtmlTree& tree, const DateClues& clues, PageFacts& facts);

}  // namespace hearsay
