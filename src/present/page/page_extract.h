// The part of a very large account that its page shows.
#pragma once

#include "narrate/account.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

struct PageExtract {
  Account account;                   // the part, with numbers of its own
  std::vector<std::size_t> reports;  // of each of its points: how many reports tell it in all
  std::string left_out;              // "9,000 articles, ... are not shown"; what the page must say
};

// The points that come first, with so many claims and articles that a browser can open the page; an account of a few
// hundred articles is shown whole: then `reports` and `left_out` are empty.
PageExtract extract_for_page(const Account& account);

}  // namespace hearsay
