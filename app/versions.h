// What the program is made of, by version.
#pragma once

#include "base/resource_list.h"

#include <string>

namespace hearsay {

// "3f2a9c1b5d7e0a46": the same for the same bytes, and for no others.
std::string fingerprint(std::string_view bytes);

// The program's version, then one line for each model with its fingerprint, which tells apart any two versions of it;
// a model in whose place the user has put another has that one's.
std::string versions();

// The same of the models that are built in, whatever the user has put in their place.
std::string own_versions();

// The libraries that it runs with, one a line.
std::string library_versions();

}  // namespace hearsay
