// JSON as programs write it that cut texts, put files behind one another or do not look at their bytes.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// The same without the byte order marks at its front: files that were put behind one another have one before every
// part, and a part that was marked twice has two.
std::string_view without_marks(std::string_view json);

// With U+FFFD for each half of a character that lacks the other ("\ud83d" alone, or the same as three bytes) and for
// each byte that is not UTF-8. To be asked where a parser has refused the JSON for that: what is well formed comes back
// as it is.
std::string mended(std::string_view json);

// A text out of JSON, with U+FFFD for each U+0000, which no text has.
std::string without_noughts(std::string_view text);

}  // namespace hearsay
