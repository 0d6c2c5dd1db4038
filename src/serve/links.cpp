#include "serve/links.h"

#include <fmt/format.h>

#include <cctype>

namespace hearsay {

std::string in_address(std::string_view words) {
  std::string out;
  for (const unsigned char c : words) {
    if (c < 128 && std::isalnum(c) != 0)
      out += static_cast<char>(c);
    else
      out += fmt::format("%{:02X}", c);
  }
  return out;
}

}  // namespace hearsay
