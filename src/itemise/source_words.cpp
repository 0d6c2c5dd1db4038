#include "itemise/source_words.h"

#include "base/resources.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace hearsay {

SourceWords::SourceWords() {
  std::istringstream file{std::string(resource("data/source_words.txt"))};
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    std::string name;
    words >> name;
    Words* const sort = sort_named(name);
    if (sort == nullptr) throw std::runtime_error("data/source_words.txt: no such sort: " + name);
    for (std::string word; words >> word;) sort->insert(word);
  }
}

SourceWords::Words* SourceWords::sort_named(std::string_view name) {
  if (name == "firm") return &firms_;
  if (name == "person") return &persons_;
  if (name == "ending") return &endings_;
  if (name == "officer") return &officers_;
  if (name == "evidence") return &evidence_;
  if (name == "body") return &bodies_;
  if (name == "for") return &spokesmen_;
  if (name == "document") return &documents_;
  return nullptr;
}

bool SourceWords::is_person(std::string_view lemma) const {
  constexpr std::size_t shortest_with_an_ending = 6;
  if (officers_.contains(lemma)) return false;
  if (persons_.contains(lemma)) return true;
  return lemma.size() >= shortest_with_an_ending &&
         std::any_of(endings_.begin(), endings_.end(), [&](const auto& ending) { return lemma.ends_with(ending); });
}

const SourceWords& source_words() {
  static const SourceWords words;
  return words;
}

}  // namespace hearsay
