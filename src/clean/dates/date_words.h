// The words found beside days and times on pages and in feeds (data/date_words.txt).
#pragma once

#include "base/text_set.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// What a page says about a day: that the page was published on it, or changed.
enum class DayCue { none, published, modified };

// Const after reading.
class DateWords {
 public:
  // Reads the text of data/date_words.txt. Throws std::runtime_error "FILE:LINE: ..." for a line that cannot be read.
  DateWords(std::string_view list, std::string_view file);

  // How far a named zone ("EST") is ahead of UTC. In upper or lower case.
  std::optional<std::chrono::minutes> zone(std::string_view name) const;

  // What the last of these words in the text says.
  DayCue last_cue(std::string_view text) const;

  // How far back "3 hours ago" is. Nothing for any other text, or for more than 60 of a unit.
  std::optional<std::chrono::minutes> time_back(std::string_view text) const;

 private:
  std::vector<std::string> published_, modified_, back_;
  TextMap<int> zones_, units_;
};

// The words of data/date_words.txt, read on the first call.
const DateWords& date_words();

}  // namespace hearsay
