// Kinds of files that hold a text but are not read, so that they can be reported rather than passed over.
#pragma once

#include <string_view>

namespace hearsay {

// What a file is by its name: "a PDF", "a Word document"; empty for a kind that is not known here.
std::string_view unread_kind_of_name(std::string_view name);

// The same by its first bytes; some hundred tell most.
std::string_view unread_kind_of_bytes(std::string_view start);

// Judged by its name, is it what pages and folders hold beside texts: a picture, sound, a style sheet, a script?
bool holds_no_text(std::string_view name);

}  // namespace hearsay
