// What the reader asked of an account beyond its articles, in the program's words: shared by the terminal and the page.
#pragma once

#include "narrate/account.h"

#include <string>
#include <vector>

namespace hearsay {

// "Some Outlet" (outlet): 12 claims and 2 articles.
std::string left_out_phrase(const Without::Part& part);

// "More than one origin, now One origin"; one phrase for each thing that differs from the full account.
std::vector<std::string> change_phrases(const PointBefore& before, const Point& now);

// The part of the printed account that tells what was left out; the account must have been told without something.
std::string print_without(const Account& account);

}  // namespace hearsay
