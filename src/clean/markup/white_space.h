// White space as HTML defines it.
#pragma once

namespace hearsay {

// A space, a tab, a line feed, a form feed or a carriage return: 0x20 and 0x09 to 0x0D without 0x0B. Written so that
// compilers vectorise a loop over bytes, which they do not do when each value is compared separately.
constexpr bool is_white_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return static_cast<bool>(
      static_cast<unsigned>(byte == ' ') |
      (static_cast<unsigned>(static_cast<unsigned char>(byte - '\t') < 5) & static_cast<unsigned>(byte != '\v')));
}

}  // namespace hearsay
