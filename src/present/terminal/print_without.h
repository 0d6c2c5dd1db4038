// What was left out, at a terminal.
#pragma once

#include "narrate/account.h"

#include <string>

namespace hearsay {

// The part of the printed account that tells what was left out; the account must have been told without something.
std::string print_without(const Account& account);

}  // namespace hearsay
