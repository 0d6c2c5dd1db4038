// What the names that page authors give their elements say of them.
#pragma once

#include <string_view>

namespace hearsay {

struct NameHints {
  bool not_article = false;
  bool readers = false;  // what readers write: comments
  bool caption = false;
  bool article = false;
};

// Reads the value of a class, id, role or data attribute, by the words of data/page_words.txt. Values longer than
// 2,000 bytes are cut there.
NameHints hints_of_names(std::string_view names);

}  // namespace hearsay
