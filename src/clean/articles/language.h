// Which language a text is written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// The ISO 639-1 code of a well-formed UTF-8 text's main language (639-2 where there is no two-letter code), by the
// Compact Language Detector 2. Looks at the first 20,000 bytes. Nothing for an empty text or if it is not sure.
std::optional<std::string> detect_language(std::string_view text);

// Does a text look as if it were not in this language? Only looks for the short common words of English among the first
// hundred words, so that it costs next to nothing: an English text should have some of them, any other not many. False
// for a text of few words.
bool may_be_in_another(std::string_view text, std::string_view language);

// The language part of a tag as pages give it ("en-GB", "EN_us", " en ") in lower case. Nothing for what is not a tag.
std::optional<std::string> language_of_tag(std::string_view tag);

}  // namespace hearsay
