// https://www.w3.org/TR/xml/#charsets
#include "base/xml_text.h"

#include "base/directions.h"
#include "base/utf8.h"

namespace hearsay {

namespace {

bool is_allowed(char32_t c) {
  if (turns_text(c)) return false;
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

std::string allowed_in_xml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    append_utf8(out, is_allowed(point.value) ? point.value : U'\uFFFD');
    at += point.size_bytes;
  }
  return out;
}

// A line end in an attribute would be read back as a space, so it is written as a reference.
std::string escaped_for_xml(std::string_view text) {
  std::string out;
  for (const char c : allowed_in_xml(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\t':
        out += "&#9;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace hearsay
