#include "itemise/reporting_words.h"

#include "base/resources.h"

#include <sstream>

namespace hearsay {

ReportingWords::ReportingWords() {
  std::istringstream telling{std::string(resource("data/telling_words.txt"))};
  for (std::string line; std::getline(telling, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    for (std::string word; words >> word;) words_.insert(word);
  }
  std::istringstream cues{std::string(resource("data/attribution_cues.txt"))};
  for (std::string line; std::getline(cues, line);) {
    const std::size_t colon = line.find(':');
    // What something "seems" or "appears" to be, nobody says.
    if (line.starts_with('#') || line.starts_with("seem:") || colon == std::string::npos) continue;
    std::istringstream words(line.substr(colon + 1));
    for (std::string word; words >> word;) cues_.insert(word);
  }
}

}  // namespace hearsay
