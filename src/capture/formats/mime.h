// Messages of headers and parts: MIME (RFC 2045 to 2047), as far as mail that people read is made of it.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

// Names in small letters; of several of one name the first counts.
using MimeHeaders = std::map<std::string, std::string>;

// Takes the header lines and the empty line after them from the front of a message. A line that begins with a blank
// goes on from the one before.
MimeHeaders take_headers(std::string_view& rest);

// A header's value, or nothing.
std::string value_of(const MimeHeaders& headers, const std::string& name);

// "utf-8" of `text/plain; charset="utf-8"`.
std::optional<std::string> parameter(std::string_view value, const std::string& name);

// The bytes of a body, by its Content-Transfer-Encoding (quoted-printable, base64, any other: as they are).
std::string decoded_body(std::string_view body, std::string_view encoding);
std::string from_base64(std::string_view text);

// A header's text in UTF-8, with words like "=?utf-8?Q?caf=C3=A9?=" decoded.
std::string header_words(std::string_view value);

// Hands over each part that has no parts of its own, with its headers and its undecoded body, in order; down to eight
// levels, and a thousand parts.
void each_part(std::string_view message,
               const std::function<void(const MimeHeaders& headers, std::string_view body)>& take);

}  // namespace hearsay
