// Kinds of files that hold a text which is not read, so that they can be told and not passed over.
#pragma once

#include <string_view>

namespace hearsay {

// What a file is by its name: "a PDF", "a Word document"; empty for a kind that is not known here.
std::string_view unread_kind_of_name(std::string_view name);

// The same by its first bytes; some hundred tell most.
std::string_view unread_kind_of_bytes(std::string_view start);

// Is it, by its name, what pages and folders have beside their texts: a picture, sound, a style, a script?
bool holds_no_text(std::string_view name);

}  // namespace hearsay
