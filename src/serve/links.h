// Words in a URL.
#pragma once

#include <string>
#include <string_view>

namespace hearsay {

// Any bytes as part of a query: all but ASCII letters and digits percent-encoded (%20).
std::string in_address(std::string_view words);

}  // namespace hearsay
