// The names of the months in the languages that pages are written in.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace hearsay {

// Const after reading.
class MonthNames {
 public:
  // Reads lines "number name name ..."; '#' begins a comment line. Throws std::runtime_error "FILE:LINE: ..." for a
  // line that does not begin with a number from 1 to 12.
  MonthNames(std::string_view lines, std::string_view file);

  // 1 to 12 for a month's name in small or capital letters, 0 for any other word.
  int number_of(std::string_view word) const;

 private:
  std::unordered_map<std::string, int> numbers_;
};

// Those of data/month_names.txt, read on the first call.
const MonthNames& month_names();

// Small letters of ASCII, Latin-1, Greek and Cyrillic: enough for the months' names.
std::string in_small_letters(std::string_view word);

}  // namespace hearsay
