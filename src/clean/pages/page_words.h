// What the names that page authors give their elements say about them.
#pragma once

#include <string_view>

namespace hearsay {

struct NameHints {
  bool never_article = false;  // however much it holds: overlays
  bool not_article = false;
  bool others = false;   // of not_article, what belongs to other articles or to the site
  bool readers = false;  // what readers write: comments
  bool teaser = false;   // of not_article, what is a lead if it comes under the headline
  bool caption = false;
  bool article = false;
};

// Reads the value of a class, id, role or data attribute, by the words of data/page_words.txt. Values longer than
// 2,000 bytes are cut there.
NameHints hints_of_names(std::string_view names);

// Is an id made of a heading's words ("what-the-comments-of-readers-tell")? Such an id does not name a part of a page.
bool is_made_of_heading(std::string_view id);

}  // namespace hearsay
