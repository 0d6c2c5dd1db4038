// Text from outside as XML 1.0 allows it.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// Characters that no XML 1.0 document can hold, written out or as a reference (most controls, U+FFFE, U+FFFF), those
// that turn the direction of what follows (base/directions.h), and bytes that are not UTF-8 become U+FFFD. Nothing is
// escaped: that is left to the caller.
std::string allowed_in_xml(std::string_view text);

// The same, escaped for text between tags and for attributes in double quotes.
std::string escaped_for_xml(std::string_view text);

}  // namespace hearsay
