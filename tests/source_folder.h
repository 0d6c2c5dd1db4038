// Where this checkout lies. The folder stands in one object, so that all others are the same in every checkout and a
// compiler's cache can share them.
#pragma once

#include <string>

namespace hearsay {

// Without a slash at its end.
std::string source_folder();

}  // namespace hearsay
