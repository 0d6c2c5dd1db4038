#include "base/directions.h"

namespace hearsay {

bool turns_text_at(std::string_view text, std::size_t byte) {
  if (byte + bytes_of_turn > text.size() || text[byte] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(text[byte + 2]);
  return (text[byte + 1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
         (text[byte + 1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

std::string without_turns(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find('\xE2'); at != std::string::npos; at = out.find('\xE2', at + 1))
    if (turns_text_at(out, at)) out.replace(at, bytes_of_turn, "\uFFFD");
  return out;
}

}  // namespace hearsay
