// Escaping for HTML (the "escaping a string" steps of the HTML standard, and apostrophes for good measure).
#include "present/page/html.h"

namespace hearsay {

namespace {

std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

// U+202A to U+202E and U+2066 to U+2069 turn the direction of what follows, beyond the text that they stand in.
bool turns_text(std::string_view at) {
  if (at.size() < 3 || at[0] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(at[2]);
  return (at[1] == '\x80' && last >= 0xAA && last <= 0xAE) || (at[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe_text;
  safe_text.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (turns_text(text.substr(at, 3))) {
      safe_text += "\uFFFD";
      at += 2;
    } else if (const std::string_view reference = reference_for(c); !reference.empty()) {
      safe_text += reference;
    } else if (forbidden(c)) {
      safe_text += "\uFFFD";
    } else {
      safe_text += c;
    }
  }
  return safe_text;
}

}  // namespace hearsay
