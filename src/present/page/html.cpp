// Escaping for HTML (the "escaping a string" steps of the HTML standard, and apostrophes for good measure).
#include "present/page/html.h"

#include "base/directions.h"

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

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe_text;
  safe_text.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (turns_text_at(text, at)) {
      safe_text += "\uFFFD";
      at += bytes_of_turn - 1;
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
