// Something outside the program that could not be used: it is reported to the user, and the run goes on.
#pragma once

#include <string>

namespace hearsay {

struct Problem {
  std::string where;   // the file, or "file:line", or an address
  std::string reason;  // "is empty", "is not UTF-8 text (byte 17)"
};

}  // namespace hearsay
