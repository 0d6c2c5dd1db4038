// The characters of a page, whatever encoding it is in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

struct DecodedPage {
  std::string text;      // well-formed UTF-8 without a byte order mark
  std::string encoding;  // "utf-8", or the name of the encoding that the bytes are in
  const char* known_by;  // "byte order mark", "bytes", "carrier", "meta", "guess"
};

// Decodes as browsers do (WHATWG Encoding, HTML 13.2.3): a byte order mark, then what the carrier states (HTTP), then
// the page's own <meta> in its first 4,096 bytes, then a guess by ICU, then Windows-1252. One step differs, because
// archives mislabel: bytes beyond ASCII that are well-formed UTF-8 are UTF-8 whatever is stated. Broken bytes become
// U+FFFD. Never fails.
DecodedPage decode_page(std::string_view bytes, const std::optional<std::string>& stated);

// The byte of the page at which the character at `text_byte` of decode_page(bytes, stated).text begins. Decodes again,
// so that nothing has to be kept for the pages that nobody asks about.
std::size_t byte_in_page(std::string_view bytes, const std::optional<std::string>& stated, std::size_t text_byte);

}  // namespace hearsay
