// Character references of HTML: "&amp;", "&#8217;", "&eacute".
#pragma once

#include "clean/articles/aligned_text.h"

#include <string>
#include <string_view>

namespace hearsay {

// The reference that a text begins with (at "&"): the UTF-8 it stands for and the bytes it takes; size 0 if there is
// none. The names are those of the HTML standard (data/html_entities.txt); numbers in the range 128 to 159 mean
// Windows-1252.
struct CharacterReference {
  std::string_view words;
  std::size_t size_bytes = 0;
};
class EntityReader {
 public:
  CharacterReference read(std::string_view text);

 private:
  std::string number_;
};

// The text with all its references resolved.
std::string without_entities(std::string_view text);

}  // namespace hearsay
