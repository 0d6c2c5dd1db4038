// Texts packed for the store (Zstandard, RFC 8878).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

std::string pack_text(std::string_view text);

// Throws std::runtime_error ("cannot be unpacked") for bytes that pack_text did not make.
std::string unpack_text(std::string_view packed);

// The same for a text that repeats much of another one, which unpacking needs too.
std::string pack_behind(std::string_view before, std::string_view text);
std::string unpack_behind(std::string_view before, std::string_view packed);

// A hash by which a title with its text is recognised (XXH3).
std::uint64_t content_of(std::string_view title, std::string_view text);

}  // namespace hearsay
