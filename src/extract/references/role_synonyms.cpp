#include "extract/references/role_synonyms.h"

#include "base/lines.h"
#include "base/resources.h"

#include <algorithm>
#include <stdexcept>

namespace hearsay {

RoleSynonyms::RoleSynonyms() {
  std::string_view text = resource("data/role_synonyms.txt");
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = next_line(text);
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.starts_with('#')) continue;
    if (tab == std::string_view::npos)
      throw std::runtime_error("data/role_synonyms.txt:" + std::to_string(number) + ": no tab behind the role");
    auto& words = words_of_[std::string(line.substr(0, tab))];
    for (std::size_t begin = tab + 1; begin < line.size();) {
      const std::size_t stop = std::min(line.find(' ', begin), line.size());
      words.emplace(line.substr(begin, stop - begin));
      begin = stop + 1;
    }
  }
}

bool RoleSynonyms::fits(std::string_view role, std::string_view word) const {
  if (role == word) return true;
  const auto found = words_of_.find(std::string(role));
  return found != words_of_.end() && found->second.contains(std::string(word));
}

}  // namespace hearsay
