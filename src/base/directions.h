// Characters that turn the direction of what follows, beyond the text that they stand in: a name with one could make a
// whole line read otherwise than it stands. Unicode Standard Annex 9; https://trojansource.codes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hearsay {

// U+202A to U+202E and U+2066 to U+2069.
inline bool turns_text(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// Does one of them stand at this byte of UTF-8? False behind the end and on broken bytes.
bool turns_text_at(std::string_view text, std::size_t byte);
inline constexpr std::size_t bytes_of_turn = 3;

// The text with each of them as U+FFFD, which takes as many bytes.
std::string without_turns(std::string_view text);

}  // namespace hearsay
