// The program's version, as CMakeLists.txt gives it and nothing else.
#pragma once

#include <string_view>

namespace hearsay {

// "0.1.0"
std::string_view version();

}  // namespace hearsay
