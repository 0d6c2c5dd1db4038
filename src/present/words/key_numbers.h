// The numbers of a story over time: what was counted, what each report gave for it and when, which figure is the latest
// and which the highest.
#pragma once

#include "present/words/account_view.h"
#include "present/words/answers.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay {

struct KeyNumber {
  std::size_t point = 0;        // an index into the account's points
  std::vector<Answer> figures;  // in order of time
  std::size_t latest = 0;       // indices into the figures
  std::size_t highest = 0;      // by its upper bound; of several the first
};

// Of the points that come first, those for which two reports or more give a number of one thing, six at the most, in
// the account's order. Ages and lengths of time are none: they describe, and do not move.
std::vector<KeyNumber> key_numbers(const AccountView& view);

// How the figures compare: "All say 9.", "Revised: first 9, latest 12, highest 14." or "They differ: 9 to 14, latest
// 12."
std::string course_phrase(const KeyNumber& number, const Point& point);

}  // namespace hearsay
