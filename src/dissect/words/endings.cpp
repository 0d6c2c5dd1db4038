#include "dissect/words/endings.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace hearsay {

std::string with_ending(std::string_view word, const Ending& ending) {
  return std::string(word.substr(0, word.size() - ending.taken_off)) + ending.put_on;
}

Ending ending_between(std::string_view word, std::string_view base) {
  std::size_t same = 0;
  while (same < word.size() && same < base.size() && word[same] == base[same]) ++same;
  while (same > 0 && same < word.size() && (static_cast<unsigned char>(word[same]) & 0xC0) == 0x80) --same;
  return {word.size() - same, std::string(base.substr(same))};
}

std::vector<Ending> read_endings(std::span<const char> lines, const std::string& file) {
  std::vector<Ending> endings;
  for (const char *at = lines.data(), *end = at + lines.size(); at != end;) {
    Ending ending;
    const char* const line_end = std::find(at, end, '\n');
    const auto [blank, error] = std::from_chars(at, line_end, ending.taken_off);
    if (error != std::errc() || line_end == end || blank == line_end || *blank != ' ')
      throw std::runtime_error(file + ": has a broken ending");
    ending.put_on.assign(blank + 1, line_end);
    endings.push_back(std::move(ending));
    at = line_end + 1;
  }
  return endings;
}

}  // namespace hearsay
