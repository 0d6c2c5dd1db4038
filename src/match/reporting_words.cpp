#include "match/reporting_words.h"

#include "base/resources.h"

#include <sstream>

namespace hearsay {

ReportingWords::ReportingWords() {
  std::istringstream file{std::string(resource("data/telling_words.txt"))};
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) words_.insert(word);
  }
}

}  // namespace hearsay
