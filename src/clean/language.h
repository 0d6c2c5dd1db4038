// Which language a text is written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// The ISO 639-1 code of a well-formed UTF-8 text's main language (639-2 where there is no two-letter code), by the
// Compact Language Detector 2. Looks at the first 20,000 bytes. Nothing for an empty text and where it is not sure.
std::optional<std::string> detect_language(std::string_view text);

// The language part of a tag as pages give it ("en-GB", "EN_us", " en ") in lower case. Nothing for what is no tag.
std::optional<std::string> language_of_tag(std::string_view tag);

}  // namespace hearsay
