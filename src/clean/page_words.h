// What the names that page authors give their elements say of them.
#pragma once

#include <string_view>

namespace hearsay {

struct NameHints {
  bool never_article = false;  // however much it holds: what is laid over a page
  bool not_article = false;
  bool others = false;   // of these, what belongs to other articles or to the site
  bool readers = false;  // what readers write: comments
  bool caption = false;
  bool article = false;
};

// Reads the value of a class, id, role or data attribute, by the words of data/page_words.txt. Values longer than
// 2,000 bytes are cut there.
NameHints hints_of_names(std::string_view names);

}  // namespace hearsay
