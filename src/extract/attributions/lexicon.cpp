// Reads data/attribution_cues.txt into a table from word to sorts.
#include "extract/attributions/lexicon.h"

#include "base/lines.h"

#include <algorithm>
#include <stdexcept>

namespace hearsay {

namespace {

// Cuts the first word off `rest`; empty when there is none left.
std::string_view next_word(std::string_view& rest) {
  const std::size_t begin = rest.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return rest = {};
  const std::size_t end = std::min(rest.find_first_of(" \t\r", begin), rest.size());
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return word;
}

}  // namespace

CueLexicon::CueLexicon(std::string_view lines) {
  while (!lines.empty()) {
    read_line(next_line(lines));
  }
}

void CueLexicon::read_line(std::string_view line) {
  std::string_view rest = line;
  if (line.starts_with('#') || next_word(rest).empty()) return;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos)
    throw std::runtime_error("data/attribution_cues.txt: no \"sort:\" in the line \"" + std::string(line) + "\"");
  const CueSorts bit = CueSorts{1} << number_of(line.substr(0, colon));
  rest = line.substr(colon + 1);
  for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) words_[std::string(word)] |= bit;
}

std::size_t CueLexicon::number_of(std::string_view sort) {
  const auto found = std::find(sorts_.begin(), sorts_.end(), sort);
  if (found != sorts_.end()) return static_cast<std::size_t>(found - sorts_.begin());
  if (sorts_.size() == 32) throw std::runtime_error("data/attribution_cues.txt: more than 32 sorts of words");
  sorts_.emplace_back(sort);
  return sorts_.size() - 1;
}

CueSorts CueLexicon::sorts_of(std::string_view lemma) const {
  const auto found = words_.find(lemma);
  return found == words_.end() ? 0 : found->second;
}

CueSorts CueLexicon::sort(std::string_view name) const {
  const auto found = std::find(sorts_.begin(), sorts_.end(), name);
  return found == sorts_.end() ? 0 : CueSorts{1} << (found - sorts_.begin());
}

}  // namespace hearsay
