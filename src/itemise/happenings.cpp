#include "itemise/happenings.h"

#include "base/resources.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace hearsay {

Happenings::Happenings() {
  std::istringstream file{std::string(resource("data/happenings.txt"))};
  std::uint16_t happening = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string name;
    std::string word;
    words >> name;
    std::size_t count = 0;
    for (; words >> word; ++count) told_by_[word].push_back(happening);
    if (count == 0)
      throw std::runtime_error("data/happenings.txt, line " + std::to_string(number) + ": a happening without words");
    if (name.front() == '~') changes_.insert(happening);
    ++happening;
  }
}

const std::vector<std::uint16_t>& Happenings::told_by(const std::string& lemma) const {
  static const std::vector<std::uint16_t> none;
  const auto found = told_by_.find(lemma);
  return found == told_by_.end() ? none : found->second;
}

}  // namespace hearsay
