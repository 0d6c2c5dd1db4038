// The characters of a page, whatever encoding it is in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct DecodedPage {
  std::string text;      // well-formed UTF-8 without a byte order mark
  std::string encoding;  // as the WHATWG standard names it: "utf-8", "windows-1252", "shift_jis"
  const char* known_by;  // "byte order mark", "bytes", "carrier", "meta", "guess"
};

// Decodes as browsers do (WHATWG Encoding, HTML 13.2.3): a byte order mark, then what the carrier states (HTTP), then
// the page's own <meta> in its first 4,096 bytes, then a guess by ICU, then Windows-1252. One step differs, because
// archives mislabel: bytes beyond ASCII that are well-formed UTF-8 are UTF-8 whatever is stated. Broken bytes become
// U+FFFD. Never fails.
DecodedPage decode_page(std::string_view bytes, const std::optional<std::string>& stated);
// The same, without copying bytes that are their own text.
DecodedPage decode_page(std::string&& bytes, const std::optional<std::string>& stated);

// For each of `text_bytes`, which ascend and stand where characters of decode_page(bytes, stated).text begin (or at its
// end): the byte of the page at which that character begins. Decodes again, so that nothing has to be kept for the
// pages that nobody asks about.
std::vector<std::size_t> bytes_in_page(std::string_view bytes, const std::optional<std::string>& stated,
                                       const std::vector<std::size_t>& text_bytes);

}  // namespace hearsay
