// The names of the months, in the languages that pages are written in, and of the days of the week.
#pragma once

#include "base/text_set.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Const after reading.
class CalendarWords {
 public:
  // Reads the text of data/calendar_words.txt. Throws std::runtime_error "FILE:LINE: ..." for a line that cannot be
  // read.
  CalendarWords(std::string_view list, std::string_view file);

  // 1 to 12 for a month's name in any of the languages, in lower or upper case; 0 for any other word.
  int month_of(std::string_view word) const;

  // In English, in lower case: 1 to 12, 1 (Monday) to 7; 0 for any other word.
  int english_month_of(std::string_view lower) const;
  int weekday_of(std::string_view lower) const;

  // Monday's full name first; empty for a day that the list does not name.
  const std::array<std::string, 7>& weekdays() const { return full_weekdays_; }

  // Does a text in lower case have a word about publication ("updated"), or one that leaves the time of day open
  // ("shortly")? Parts of words count.
  bool tells_publication(std::string_view lower) const;
  bool is_rough(std::string_view lower) const;

  // A word, in lower case, between a day and its month: "of", "de".
  bool joins_date(std::string_view lower) const { return joining_.contains(lower); }

 private:
  TextMap<int> months_, english_months_, weekdays_;
  std::array<std::string, 7> full_weekdays_;
  std::vector<std::string> publication_, rough_;
  TextSet joining_;
};

// The words of data/calendar_words.txt, read on the first call.
const CalendarWords& calendar_words();

// Lower case for ASCII, Latin-1, Greek and Cyrillic: enough for the months' names.
std::string in_small_letters(std::string_view word);

}  // namespace hearsay
