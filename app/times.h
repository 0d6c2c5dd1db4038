// Times as a user gives them: a day, a time, or how long ago.
#pragma once

#include <cstdint>
#include <string>

namespace hearsay {

// Help for an option that takes one.
std::string time_help(const std::string& what);

// For CLI11: empty when the word is one, else why not.
std::string is_time(const std::string& word);

// Seconds since 1970. "2031-05-05" is its begin in UTC; "90m", "2h", "3d" count back from `now`. The word must be one.
std::int64_t seconds_of(const std::string& word, std::int64_t now);

std::int64_t system_now();

}  // namespace hearsay
