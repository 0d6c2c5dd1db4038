// The page's markup without what a browser does not need.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// Markup as the parts of the page write it, without the quotation marks of attributes that need none, without the end
// tags that HTML lets be left out, and without the line ends between blocks. What a reader sees and what a script finds
// in it stay the same, but for white space between blocks. Text from outside must be escaped in it (html.h).
std::string slimmed(std::string_view markup);

}  // namespace hearsay
