// What was left out of an account and what that changed, in the program's words.
#pragma once

#include "narrate/account.h"

#include <string>
#include <vector>

namespace hearsay {

// "Some Outlet" (outlet): 12 claims and 2 articles.
std::string left_out_phrase(const Without::Part& part);

// "More than one origin, now One origin"; one phrase for each thing that differs from the full account.
std::vector<std::string> change_phrases(const PointBefore& before, const Point& now);

}  // namespace hearsay
